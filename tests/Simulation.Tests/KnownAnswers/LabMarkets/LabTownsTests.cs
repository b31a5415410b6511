using Territory.Simulation.KnownAnswers.LabMarkets;
using Territory.Simulation.Lab;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Tests.KnownAnswers.LabMarkets;

/// <summary>The towns in which the rows find no effect are ones in which the cause would have one.</summary>
public sealed class LabTownsTests
{
    private static readonly LabTowns Towns = new() { Terminals = 100, Days = 28, PriceElasticity = 0 };

    [Fact]
    public void Sales_DistancesDoubledWithAllReaches_AreTheSameToTheBit() =>
        HashOf(Towns with { Stretch = 2 }).ShouldBe(HashOf(Towns));

    /// <summary>Twice as far with the reach left as it was, consumers have other shops.</summary>
    [Fact]
    public void Sales_DistancesDoubledWithoutReaches_Differ()
    {
        var stretched = (Towns with { Stretch = 2 }).Build();
        var reach = Towns.Build().Rules.Huff;
        LabSimulator.Run(stretched with { Rules = stretched.Rules with { Huff = reach } }, new LabRunOptions(1)).StateHash.ShouldNotBe(HashOf(Towns));
    }

    /// <summary>Each region is short of something else; without shortages the rows on books would pass by most of the rules.</summary>
    [Fact]
    public void Regions_OfTheRows_LackVehiclesAndGoods()
    {
        var regions = LabSimulator.Run(new LabTowns().Build(), new LabRunOptions(1)).Regions;
        regions[1].Weeks[^1].DropsWaiting.ShouldBeGreaterThan(regions[0].Weeks[^1].DropsWaiting);
        regions[2].Weeks.Min(week => week.DistributorCash).ShouldBeLessThan(regions[2].Weeks[0].DistributorCash);
        regions.ShouldAllBe(region => region.CasesLost > 0 && region.Weeks.Last().Adopted > 0 && region.Weeks.Last().Adopted < region.Weeks.Last().Terminals);
    }

    private static ulong HashOf(LabTowns towns) => LabSimulator.Run(towns.Build(), new LabRunOptions(1)).StateHash;
}
