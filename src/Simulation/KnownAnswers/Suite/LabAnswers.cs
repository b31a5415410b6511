using Territory.Simulation.KnownAnswers.Adoption;
using Territory.Simulation.KnownAnswers.Demand;
using Territory.Simulation.KnownAnswers.LabMarkets;
using Territory.Simulation.Lab;
using Territory.Simulation.Lab.Setup;
using Territory.Simulation.Lab.Statistics;

namespace Territory.Simulation.KnownAnswers.Suite;

/// <summary>What the rows about adoption, demand, books and workers ask of the columnar market simulator.</summary>
internal static class LabAnswers
{
    private const int PoolTerminals = 50_000;
    private const int Pools = 2;

    public static AnswerSheet Bass(long seed)
    {
        double[] known = [0.0358, 0.0851, 0.1505, 0.2332, 0.3312];
        var adopted = LabPools.AdoptedByYear(new BassCurve(0.03, 0.38), Pools, PoolTerminals, known.Length, seed);
        var sheet = new AnswerSheet("V10", "Bass 1969, closed form, recomputed by hand");
        for (var year = 1; year <= known.Length; year++)
            sheet.Add($"lab, {Pools} pools of {PoolTerminals} terminals in steps of 1/{LabPools.DaysPerYear} year: F({year})", known[year - 1], adopted[year - 1], 0.01);
        return sheet;
    }

    public static AnswerSheet Huff()
    {
        var point = ReillyBreakingPoint.FromFirst(100_000, 50_000, 10);
        return new AnswerSheet("V15", "Huff 1963 by hand, 1250 / 4250; Reilly 1931")
            .Add("lab, sizes 5000 and 3000 at 2 and 1 km, lambda 2: weighted distribution of the first", 1250.0 / 4250, LabShops.ShareOfFirst((5000, 2), (3000, 1), 2), 1e-6)
            .Add("lab, at the breaking point of 100k and 50k", 0.5, LabShops.ShareOfFirst((100_000, point), (50_000, 10 - point), 2), 1e-6);
    }

    public static AnswerSheet Availability(long seed) => new AnswerSheet("V16", "derived in the project's list: 0.276 / 0.96")
        .Simulated("lab, terminals that have us (0.6), a rival (0.9), both or none, preference 0.4: share", 0.2875, LabShelves.OwnShare(0.6, 0.9, 0.4, seed));

    public static AnswerSheet Conservation(long seed)
    {
        var setup = new LabTowns { Seed = seed }.Build();
        var books = new LabBooks(setup);
        books.Audit(LabSimulator.Run(setup, new LabRunOptions((ulong)seed) { Deliveries = books }));
        return new AnswerSheet("V22", "the lab's books followed from goods, prices, terms and reported drops")
            .Exact($"lab, goods out of balance, in {books.Compared} balances of goods, cash and debt with {books.UnitsSold} units sold", 0, books.GoodsOff)
            .Exact($"lab, cash out of balance, with {books.MoneyPaid} minor units paid", 0, books.CashOff)
            .Exact("lab, 1 if nothing was sold or paid, so that nothing was tested", 0, books.UnitsSold > 0 && books.MoneyPaid > 0 ? 0 : 1);
    }

    public static AnswerSheet Workers(long seed)
    {
        const int runs = 6;
        var large = new LabTowns { Seed = seed, Regions = 1, Terminals = 6_000, Days = 14 }.Build();
        var several = new LabTowns { Seed = seed, Regions = 4, Days = 28 }.Build();
        var small = new LabTowns { Seed = seed, Regions = 1, Terminals = 100, Days = 28 }.Build();
        ulong Hash(LabSetup setup, int threads) => LabSimulator.Run(setup, new LabRunOptions((ulong)seed, Threads: threads)).StateHash;
        IReadOnlyList<Replication> Replicated(int threads) => ReplicationRunner.Run(
            (one, antithetic, stop) => Halves(LabSimulator.Run(small, new LabRunOptions(one, antithetic, CancellationToken: stop)).StateHash),
            new ReplicationPlan { Seed = (ulong)seed, Replications = runs, Figures = ["high half of the hash", "low half of the hash"], Threads = threads },
            null, CancellationToken.None).Finished;
        var (alone, together) = (Replicated(1), Replicated(4));
        return new AnswerSheet("V25", "a run is a function of its seed")
            .Exact("lab, one region of several blocks: hashes of one thread and four that differ", 0, Hash(large, 1) == Hash(large, 4) ? 0 : 1)
            .Exact("lab, four regions: hashes of one thread and four that differ", 0, Hash(several, 1) == Hash(several, 4) ? 0 : 1)
            .Exact($"lab, replications that are equal under one worker and four, of {runs}", runs, alone.Zip(together).Count(pair => pair.First.Figures.SequenceEqual(pair.Second.Figures)))
            .Exact("lab, different seeds with different hashes", runs, alone.Select(run => (run.Figures[0], run.Figures[1])).Distinct().Count());
    }

    /// <summary>A double holds 32 bits of a hash exactly, not 64.</summary>
    private static double[] Halves(ulong hash) => [hash >> 32, (uint)hash];
}
