using Territory.Model.Calendar;
using Territory.Simulation.Batch;
using Territory.Simulation.Market;
using Territory.Simulation.Market.Reports;
using Territory.Simulation.Planning;
using Territory.Simulation.Tests.Market;

namespace Territory.Simulation.Tests.Batch;

public sealed class BatchWorldTests
{
    private const int Days = 28;

    /// <summary>Opening + delivered - sold = closing for every product at every outlet on every day, from the reports that the world was sent.</summary>
    [Fact]
    public async Task Run_EveryOutletAndProduct_ConservesUnitsEveryDay()
    {
        var market = new TestMarket();
        var inner = new BatchWorld(market.Build(), new InTurnPlanner(), TestMarket.Monday);
        var world = new WatchedWorld(inner);
        await inner.PlanAsync(TestMarket.Monday, TestContext.Current.CancellationToken);
        var before = inner.Ledger().ToDictionary(line => (line.Terminal, line.Product));
        for (var date = TestMarket.Monday; date < TestMarket.Monday.AddDays(Days); date = date.AddDays(1))
        {
            world.Sent.Clear();
            await AdvanceAsync(world, date);
            var delivered = world.Sent.OfType<DeliveryReport>()
                .SelectMany(report => report.Orders.SelectMany(order => order.Lines.Select(line => (report.Terminal, line.Product, line.Delivered))))
                .ToLookup(line => (line.Terminal, line.Product), line => line.Delivered.Count * inner.Setup[line.Product].UnitsPerCase);
            var asked = world.Sent.OfType<IReadOnlyList<SalesInterval>>().SelectMany(list => list).Concat(world.Sent.OfType<SalesInterval>())
                .SelectMany(interval => interval.Demand.Select(line => (interval.Terminal, line.Product, line.Demand.Count)))
                .ToLookup(line => (line.Terminal, line.Product), line => line.Count);
            foreach (var line in inner.Ledger())
            {
                var key = (line.Terminal, line.Product);
                var sold = line.Sold - before[key].Sold;
                line.Stock.ShouldBe(before[key].Stock + delivered[key].Sum() - (int)sold);
                (sold + line.Lost - before[key].Lost).ShouldBe(asked[key].Sum());
                line.Stock.ShouldBeGreaterThanOrEqualTo(0);
                line.OnOrder.ShouldBeGreaterThanOrEqualTo(0);
            }

            before = inner.Ledger().ToDictionary(line => (line.Terminal, line.Product));
        }

        before.Values.Sum(line => line.Delivered).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Run_EveryDay_AccountsForCashAndForLoads()
    {
        var inner = new BatchWorld(new TestMarket().Build(), new InTurnPlanner(), TestMarket.Monday);
        var world = new WatchedWorld(inner);
        await inner.PlanAsync(TestMarket.Monday, TestContext.Current.CancellationToken);
        var orders = new Dictionary<string, Model.Orders.Order>();
        for (var date = TestMarket.Monday; date < TestMarket.Monday.AddDays(Days); date = date.AddDays(1))
        {
            world.Sent.Clear();
            await AdvanceAsync(world, date);
            foreach (var placement in world.Sent.OfType<OrderPlacement>())
                orders[placement.Order.Id.Value] = placement.Order;

            var delivered = world.Sent.OfType<DeliveryReport>().SelectMany(report => report.Orders).SelectMany(order => order.Lines).ToList();
            var worth = delivered.Sum(line => line.Delivered.Count * inner.Setup[line.Product].Prices.TerminalPerCase.MinorUnits);
            inner.Figures.Invoiced.MinorUnits.ShouldBe(worth);
            inner.Figures.Paid.MinorUnits.ShouldBe(world.Sent.OfType<PaymentReport>().Sum(payment => payment.Amount.MinorUnits));

            // Loaded = delivered + brought back, over all vehicles.
            var loaded = world.Sent.OfType<TripDeparture>().SelectMany(trip => trip.Orders)
                .Sum(order => orders[order.Value].Lines.Sum(line => line.Cases.Count));
            var back = world.Sent.OfType<TripReturn>().Sum(trip => trip.Unloaded.Sum(line => line.Cases.Count));
            loaded.ShouldBe(delivered.Sum(line => line.Delivered.Count) + back);
        }

        foreach (var terminal in inner.Setup.Terminals)
            inner.PaidBy(terminal.Id).ShouldBeLessThanOrEqualTo(inner.InvoicedTo(terminal.Id));
        inner.Setup.Terminals.Sum(terminal => inner.PaidBy(terminal.Id).MinorUnits).ShouldBeGreaterThan(0);
        var onOrder = inner.OpenOrders.SelectMany(order => order.Lines).Sum(line => line.Cases.Count * inner.Setup[line.Product].UnitsPerCase);
        inner.Ledger().Sum(line => line.OnOrder).ShouldBe(onOrder);
    }

    [Fact]
    public async Task Run_SameSeedTwice_IsIdenticalAndAnotherSeedIsNot()
    {
        var first = await RunAsync(new TestMarket());
        var second = await RunAsync(new TestMarket());
        var other = await RunAsync(new TestMarket { Seed = 2 });
        second.StateHash.ShouldBe(first.StateHash);
        second.Days.ShouldBe(first.Days);
        other.StateHash.ShouldNotBe(first.StateHash);
    }

    [Fact]
    public async Task Run_EverythingListedBackwards_GivesEachOutletTheSame()
    {
        var forward = await LedgerAsync(new TestMarket());
        var backward = await LedgerAsync(new TestMarket { Reversed = true });
        backward.ShouldBe(forward);
    }

    [Fact]
    public async Task Run_NoDemand_SellsAndLosesNothing()
    {
        var result = await RunAsync(new TestMarket { Rates = MarketRates.Standard with { DemandFactor = 0 } });
        result.UnitsSold.ShouldBe(0);
        result.UnitsLost.ShouldBe(0);
    }

    [Fact]
    public async Task Run_NoReps_OrdersAndDeliversNothing()
    {
        var setup = new TestMarket().Build();
        setup = new MarketSetup(
            setup.Region, setup.Products, [.. setup.Terminals.Select(terminal => terminal with { Rep = null })], setup.Distributors, [],
            setup.Vehicles, setup.Travel, setup.Seed);
        var result = await new MarketRun(setup, new InTurnPlanner()).RunAsync(TestMarket.Monday, 10, null, TestContext.Current.CancellationToken);
        result.Orders.ShouldBe(0);
        result.Days.Sum(day => day.CasesDelivered).ShouldBe(0);
        result.UnitsSold.ShouldBeGreaterThan(0);
    }

    /// <summary>Sold and lost together are Poisson with the sum of the daily means; five standard deviations.</summary>
    [Fact]
    public async Task Run_FourWeeks_AsksForTheMeanDemand()
    {
        var setup = new TestMarket().Build();
        var result = await new MarketRun(setup, new InTurnPlanner()).RunAsync(TestMarket.Monday, Days, null, TestContext.Current.CancellationToken);
        var mean = 0.0;
        for (var date = TestMarket.Monday; date < TestMarket.Monday.AddDays(Days); date = date.AddDays(1))
        {
            foreach (var terminal in setup.Terminals)
                mean += terminal.ListedProducts.Sum(product => setup.Demand.UnitsPerDay(terminal.Id, product, date));
        }

        ((double)(result.UnitsSold + result.UnitsLost)).ShouldBe(mean, 5 * Math.Sqrt(mean));
    }

    [Fact]
    public async Task Run_PlannedByTheOptimiser_IsReproducibleAndKeepsTheMarketSupplied()
    {
        var planner = new OptimizerDayPlanner(deliveryIterations: 60, visitIterations: 20);
        var market = new TestMarket { Terminals = 80 };
        var first = await new MarketRun(market.Build(), planner).RunAsync(TestMarket.Monday, 14, null, TestContext.Current.CancellationToken);
        var second = await new MarketRun(market.Build(), planner).RunAsync(TestMarket.Monday, 14, null, TestContext.Current.CancellationToken);
        second.StateHash.ShouldBe(first.StateHash);
        first.Days.Sum(day => day.VisitsPlanned).ShouldBeGreaterThan(0);
        first.VisitCoverage.ShouldBeGreaterThan(0.9);
        first.Days.Sum(day => day.CasesDelivered).ShouldBeGreaterThan(0);
        first.OnTimeRate.ShouldBeGreaterThan(0.8);
    }

    [Fact]
    public async Task Replications_ManySeeds_EstimateWithinTheirOwnBand()
    {
        var replications = new Replications(seed => new TestMarket { Seed = seed, Terminals = 20 }.Build(), new InTurnPlanner());
        var results = await replications.RunAsync([1, 2, 3, 4, 5], TestMarket.Monday, 5, TestContext.Current.CancellationToken);
        results.Select(result => result.Seed).ShouldBe([1, 2, 3, 4, 5]);
        var (mean, error) = Replications.Estimate(results, result => result.UnitsSold);
        mean.ShouldBe(results.Average(result => (double)result.UnitsSold), 1e-9);
        error.ShouldBeGreaterThan(0);
        Replications.Estimate([.. results.Take(1)], result => result.UnitsSold).StandardError.ShouldBe(0);
    }

    private static async Task<MarketRunResult> RunAsync(TestMarket market) => await new MarketRun(market.Build(), new InTurnPlanner())
        .RunAsync(TestMarket.Monday, Days, null, TestContext.Current.CancellationToken);

    private static async Task<List<StockLedger>> LedgerAsync(TestMarket market)
    {
        var world = new BatchWorld(market.Build(), new InTurnPlanner(), TestMarket.Monday);
        await world.PlanAsync(TestMarket.Monday, TestContext.Current.CancellationToken);
        for (var date = TestMarket.Monday; date < TestMarket.Monday.AddDays(Days); date = date.AddDays(1))
            await AdvanceAsync(world, date);
        return [.. world.Ledger().OrderBy(line => line.Terminal.Value, StringComparer.Ordinal).ThenBy(line => line.Product.Value, StringComparer.Ordinal)];
    }

    private static async Task AdvanceAsync(IMarketWorld world, DateOnly date)
    {
        var day = await MarketDay.OpenAsync(world, date, TestContext.Current.CancellationToken);
        await day.AdvanceToAsync(TimeOfDay.EndOfDay, TestContext.Current.CancellationToken);
    }
}
