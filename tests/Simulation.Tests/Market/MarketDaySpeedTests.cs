using System.Diagnostics;

using Territory.Model.Calendar;
using Territory.Simulation.Batch;
using Territory.Simulation.Market;

namespace Territory.Simulation.Tests.Market;

/// <summary>Prints the processor time of a day without planning; asked for with TERRITORY_MEASURE=1, and asserts nothing about time.</summary>
public sealed class MarketDaySpeedTests
{
    [Fact]
    public async Task Advance_TwoThousandOutletsFifteenProducts_IsMeasured()
    {
        if (Environment.GetEnvironmentVariable("TERRITORY_MEASURE") != "1")
            Assert.Skip("Set TERRITORY_MEASURE=1 to measure.");
        using var process = Process.GetCurrentProcess();
        var clock = Processor(process);
        var market = new TestMarket { Terminals = 2000, Reps = 12, Distributors = 3, VehiclesPerDistributor = 3, Products = 20 };
        var setup = market.Build();
        TestContext.Current.SendDiagnosticMessage($"setup {(Processor(process) - clock).TotalMilliseconds:F1} ms");
        var world = new BatchWorld(setup, new InTurnPlanner(), TestMarket.Monday);
        await world.PlanAsync(TestMarket.Monday, TestContext.Current.CancellationToken);
        for (var date = TestMarket.Monday; date < TestMarket.Monday.AddDays(28); date = date.AddDays(1))
        {
            clock = Processor(process);
            var day = await MarketDay.OpenAsync(world, date, TestContext.Current.CancellationToken);
            await day.AdvanceToAsync(setup.Rates.PlanningTime + new Model.Quantities.Duration(-1), TestContext.Current.CancellationToken);
            var busy = Processor(process) - clock;
            await day.AdvanceToAsync(setup.Rates.PlanningTime, TestContext.Current.CancellationToken);
            clock = Processor(process);
            await day.AdvanceToAsync(TimeOfDay.EndOfDay, TestContext.Current.CancellationToken);
            TestContext.Current.SendDiagnosticMessage(
                $"{date:O} {(busy + Processor(process) - clock).TotalMilliseconds:F1} ms, {world.Figures.UnitsSold} units, oos {world.Figures.OutOfStockRate:P1}, "
                + $"{world.Figures.VisitsDone} visits, {world.Figures.Orders} orders, {world.Figures.Drops} drops");
        }

        world.Figures.UnitsSold.ShouldBeGreaterThan(0);
    }

    private static TimeSpan Processor(Process process)
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }
}
