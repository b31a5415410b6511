using Territory.Model.Calendar;
using Territory.Simulation.Batch;
using Territory.Simulation.Market;
using Territory.Simulation.Planning;

namespace Territory.Simulation.KnownAnswers.Markets;

/// <summary>Some days of a grid market with a second set of books kept beside it.</summary>
internal sealed record MarketTrial(BatchWorld World, MarketBooks Books, IReadOnlyList<DayFigures> Days)
{
    /// <summary>Few iterations: what is tested is the market, and the optimiser has rows of its own.</summary>
    public static IDayPlanner Planner { get; } = new OptimizerDayPlanner(deliveryIterations: 40, visitIterations: 20);

    /// <param name="openEmpty">Whether every shelf starts empty.</param>
    public static async ValueTask<MarketTrial> RunAsync(GridMarket market, int days, CancellationToken cancellationToken, bool openEmpty = false)
    {
        var world = new BatchWorld(market.Build(), Planner, GridMarket.FirstDay, openEmpty);
        var audited = new AuditedWorld(world);
        await world.PlanAsync(GridMarket.FirstDay, cancellationToken);
        var figures = new List<DayFigures>(days);
        for (var date = GridMarket.FirstDay; date < GridMarket.FirstDay.AddDays(days); date = date.AddDays(1))
        {
            var day = await MarketDay.OpenAsync(audited, date, cancellationToken);
            await day.AdvanceToAsync(TimeOfDay.EndOfDay, cancellationToken);
            figures.Add(world.Figures);
        }

        return new MarketTrial(world, audited.Books, figures);
    }

    /// <summary>Mean share of listed products that are missing at midnight, once the opening stock has worked itself out.</summary>
    public double OutOfStockAfter(int day) => Days.Skip(day).Average(figures => figures.OutOfStockRate);
}
