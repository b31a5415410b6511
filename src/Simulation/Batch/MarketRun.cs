using Territory.Model.Calendar;
using Territory.Simulation.Market;
using Territory.Simulation.Planning;

namespace Territory.Simulation.Batch;

/// <summary>Runs a market in memory for some days (仿真运行). The same setup, seed and days give the same figures and the same final state.</summary>
public sealed class MarketRun(MarketSetup setup, IDayPlanner planner)
{
    /// <param name="progress">Told each day's figures as it closes.</param>
    public async ValueTask<MarketRunResult> RunAsync(
        DateOnly firstDay, int days, IProgress<DayFigures>? progress, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(days);
        var world = new BatchWorld(setup, planner, firstDay);
        var calendar = setup.Region.Calendar;
        await world.PlanAsync(calendar.IsWorkingDay(firstDay) ? firstDay : calendar.NextWorkingDay(firstDay), cancellationToken);
        var figures = new List<DayFigures>(days);
        for (var date = firstDay; date < firstDay.AddDays(days); date = date.AddDays(1))
        {
            var day = await MarketDay.OpenAsync(world, date, cancellationToken);
            await day.AdvanceToAsync(TimeOfDay.EndOfDay, cancellationToken);
            figures.Add(world.Figures);
            progress?.Report(world.Figures);
        }

        return new MarketRunResult(setup.Seed, figures, world.StateHash());
    }
}
