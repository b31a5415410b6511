using Territory.Simulation.Batch;
using Territory.Simulation.KnownAnswers.Demand;
using Territory.Simulation.KnownAnswers.Markets;
using Territory.Simulation.Market;

namespace Territory.Simulation.KnownAnswers.Suite;

/// <summary>The rows about the simulated market, on a small grid of streets with the optimiser planning every day.</summary>
internal static class MarketAnswers
{
    private const int FourWeeks = 28;

    public static async ValueTask<IReadOnlyList<KnownAnswer>> ConservationAsync(long seed, CancellationToken cancellationToken)
    {
        var trial = await MarketTrial.RunAsync(new GridMarket { Seed = seed }, FourWeeks, cancellationToken);
        var books = trial.Books;
        var perDay = trial.World.Ledger().Count() + trial.World.Setup.Terminals.Count + 2;
        return new AnswerSheet("V22", "a second set of books kept from the reports alone")
            .Exact($"goods out of balance, in {books.Compared} node-days with {books.UnitsDelivered} units delivered", 0, books.GoodsImbalances)
            .Exact($"cash out of balance, with {books.MoneyPaid} minor units paid", 0, books.CashImbalances)
            .Exact("1 if nothing was delivered or paid, so that nothing was tested", 0, books.UnitsDelivered > 0 && books.MoneyPaid > 0 && books.Compared >= FourWeeks * perDay ? 0 : 1)
            .Answers;
    }

    public static async ValueTask<IReadOnlyList<KnownAnswer>> NullEffectsAsync(long seed, CancellationToken cancellationToken)
    {
        const int days = 14;
        var called = await MarketTrial.RunAsync(new GridMarket { Seed = seed }, days, cancellationToken, openEmpty: true);
        var uncalled = await MarketTrial.RunAsync(new GridMarket { Seed = seed, Reps = 0 }, days, cancellationToken, openEmpty: true);
        var dear = await MarketTrial.RunAsync(new GridMarket { Seed = seed, PriceFactor = 2 }, days, cancellationToken, openEmpty: true);
        (double Attraction, double Distance)[] near = [(5000, 2), (3000, 1), (800, 0.3)];
        var shares = Huff.Shares(near, 1.2, 2.1);
        var far = Huff.Shares([.. near.Select(shop => (shop.Attraction, 2 * shop.Distance))], 1.2, 2.1);
        return new AnswerSheet("V23", "by symmetry: a cause that is taken away has no effect")
            .Exact("no calls: outlets that ever carry the range", 0, uncalled.Days.Max(day => day.HandlingOutlets))
            .Exact("no calls: units delivered", 0, uncalled.Books.UnitsDelivered)
            .Exact("1 if nothing came of calls either, so that nothing was tested", 0, called.Days[^1].HandlingOutlets > 0 ? 0 : 1)
            .Exact("prices doubled, demand without price elasticity: ledger lines that differ", 0, Differing(called.World, dear.World))
            .Exact("prices doubled: invoices over twice the invoices", 0, (dear.Days.Sum(day => day.Invoiced.MinorUnits) - (2 * called.Days.Sum(day => day.Invoiced.MinorUnits))))
            .Add("distances doubled: largest change of a Huff share", 0, shares.Zip(far, (a, b) => Math.Abs(a - b)).Max(), 1e-12)
            .Answers;
    }

    public static async ValueTask<IReadOnlyList<KnownAnswer>> StylisedFactsAsync(long seed, CancellationToken cancellationToken)
    {
        const int eightWeeks = 2 * FourWeeks;
        async ValueTask<double> OutOfStockAsync(int targetTenths)
        {
            var market = new GridMarket { Seed = seed, Rates = MarketRates.Standard with { OrderTargetTenths = targetTenths } };
            return (await MarketTrial.RunAsync(market, eightWeeks, cancellationToken)).OutOfStockAfter(FourWeeks);
        }

        const string distribution = "Reibstein and Farris 1995; Wilbur and Farris 2014: at least 80 %";
        const string stock = "GMA 2002: 8.3 % of products out of stock";
        return new AnswerSheet("V24", distribution)
            .Add("categories with share convex in distribution, outlet sizes skewed", 0.9, ShelfCategory.ConvexShare(1, 150, seed), 0.1)
            .Add("the same with equal outlets: no direction", 0.5, ShelfCategory.ConvexShare(0, 150, seed), 0.2, "by symmetry: without sizes neither direction is favoured")
            .Add("out of stock when orders cover 1.5 of the sales", 0.02, await OutOfStockAsync(OrderTenths(1.5)), 0.02, stock + " in the trade as it is; well-supplied outlets stay well below")
            .Add("out of stock when orders cover 0.9 of the sales", 0.083, await OutOfStockAsync(OrderTenths(0.9)), 0.04, stock)
            .Answers;
    }

    public static async ValueTask<IReadOnlyList<KnownAnswer>> WorkersAsync(long seed, CancellationToken cancellationToken)
    {
        const int days = 7;
        long[] seeds = [.. Enumerable.Range(0, 6).Select(index => seed + index)];
        var replications = new Replications(one => new GridMarket { Seed = one, Terminals = 25 }.Build(), MarketTrial.Planner);
        var alone = await replications.RunAsync(seeds, GridMarket.FirstDay, days, cancellationToken, workers: 1);
        var together = await replications.RunAsync(seeds, GridMarket.FirstDay, days, cancellationToken, workers: 4);
        return new AnswerSheet("V25", "a replication is a function of its seed")
            .Exact("final states (SHA-256) that differ between one worker and four, of six", 0, alone.Zip(together).Count(pair => pair.First.StateHash != pair.Second.StateHash))
            .Exact("days whose figures differ", 0, alone.Zip(together).Sum(pair => pair.First.Days.Zip(pair.Second.Days).Count(day => day.First != day.Second)))
            .Exact("different seeds with equal final states", 0, seeds.Length - alone.Select(result => result.StateHash).Distinct(StringComparer.Ordinal).Count())
            .Answers;
    }

    private static int OrderTenths(double multiple) => (int)Math.Round(10 * multiple);

    private static int Differing(BatchWorld one, BatchWorld other) => one.Ledger().Zip(other.Ledger()).Count(pair => pair.First != pair.Second);
}
