using Territory.Simulation.KnownAnswers.LabMarkets;
using Territory.Simulation.Lab;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.KnownAnswers.Suite;

/// <summary>Causes without effect and the stylised facts, in the columnar market simulator.</summary>
internal static class LabEffectAnswers
{
    public static AnswerSheet NullEffects(long seed)
    {
        var towns = new LabTowns { Seed = seed, Days = 42, PriceElasticity = 0 };
        var usual = Run(towns);
        var uncalled = Run(towns with { HasReps = false, Adoption = new LabAdoption(10, 10, 10) });
        var dear = Run(towns with { RetailFactor = 2 });
        var elastic = Run(towns with { RetailFactor = 2, PriceElasticity = 1.5 });
        var far = Run(towns with { Stretch = 2 });
        var farther = Run(towns with { Stretch = 2 }, setup => setup with { Rules = setup.Rules with { Huff = setup.Rules.Huff with { DistancePower = 1 } } });
        return new AnswerSheet("V23", "by symmetry: a cause that is taken away has no effect")
            .Exact("lab, no calls, hazards of 10: terminals that ever take us", 0, uncalled.Regions.Max(region => region.Weeks.Max(week => week.Adopted)))
            .Exact("lab, no calls: cases ordered and units sold", 0, uncalled.Regions.Sum(region => region.Weeks.Sum(week => week.CasesOrdered + week.UnitsSold)))
            .Exact("lab, retail prices doubled at elasticity 0: lines of goods that differ", 0, Differing(usual, dear))
            .Exact("lab, retail prices doubled at elasticity 0: consumers' payments over twice as much", 0, Paid(dear) - (2 * Paid(usual)))
            .Exact("lab, distances doubled: lines of goods that differ", 0, Differing(usual, far))
            .Exact("lab, distances doubled: final states that differ", 0, usual.StateHash == far.StateHash ? 0 : 1)
            .Exact("lab, causes of which nothing came either when they were there, of calls, price at elasticity 1.5, lambda", 0,
                new[] { Differing(usual, uncalled), Differing(usual, elastic), Differing(usual, farther) }.Count(lines => lines == 0));
    }

    public static AnswerSheet StylisedFacts(long seed)
    {
        const int categories = 50;
        var usual = LabRivalry.Of(new LabRivals(), promotes: true, seed);
        var unprovoked = LabRivalry.Of(new LabRivals { ReactionChance = 1 }, promotes: false, seed);
        const string distribution = "Reibstein and Farris 1995; Wilbur and Farris 2014: at least 80 %";
        const string rivalry = "Steenkamp, Nijs, Hanssens and Dekimpe 2005: most never answer";
        const string stock = "GMA 2002: 8.3 % of products out of stock";
        return new AnswerSheet("V24", distribution)
            .Add("lab, categories with share convex in distribution, sizes skewed", 0.9, LabCategories.ConvexShare(1, categories, seed), 0.1)
            .Add("lab, the same with equal terminals: at most half", 0.25, LabCategories.ConvexShare(0, categories, seed), 0.25, "without sizes nothing bends the curve upwards")
            .Add("lab, regions whose rivals answer a promotion, by default", 0.25, (double)usual.Answering / usual.Regions, 0.25, rivalry)
            .Exact("lab, days on which sales change without a promotion of ours or outside of the rivals' answer", 0, unprovoked.Answering + usual.DaysChangedOutsideOfAnswers)
            .Add("lab, out of stock under the 1.5x rule", 0.02, LabReplenishment.OutOfStock(new LabOrdering(), seed), 0.02, stock + " in the trade as it is; well-supplied terminals stay well below")
            .Add("lab, out of stock when orders cover the mean and come after five days", 0.083, LabReplenishment.OutOfStock(Poor, seed), 0.04, stock);
    }

    private static LabOrdering Poor { get; } = new() { Rule = LabRuleNames.ReorderPoint, ReorderCover = 1, TargetCover = 1, LeadDays = 5 };

    private static LabResult Run(LabTowns towns, Func<LabSetup, LabSetup>? change = null)
    {
        var setup = towns.Build();
        return LabSimulator.Run(change is null ? setup : change(setup), new LabRunOptions((ulong)towns.Seed));
    }

    private static int Differing(LabResult one, LabResult other) => Lines(one).Zip(Lines(other)).Count(pair => pair.First != pair.Second);

    private static IEnumerable<LabGoodsLine> Lines(LabResult result) => result.Regions.SelectMany(region => region.Books.SelectMany(book => book.Goods));

    private static long Paid(LabResult result) => result.Regions.Sum(region => region.Books.Sum(book => book.Cash.ConsumersPaid));
}
