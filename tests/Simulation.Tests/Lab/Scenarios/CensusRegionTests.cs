using Territory.Model.Terminals;
using Territory.Simulation.Lab.Scenarios.Census;

namespace Territory.Simulation.Tests.Lab.Scenarios;

public sealed class CensusRegionTests
{
    private static readonly IReadOnlyList<ScenarioTerminal> Made = GeneratedTerminals.Draw(new GeneratedCensus { Terminals = 1000, AreaSquareKilometres = 60, UnitsPerTerminalDay = 25, Seed = 3 });

    [Fact]
    public void Draw_TheSameRecord_GivesTheSameTerminals() =>
        GeneratedTerminals.Draw(new GeneratedCensus { Terminals = 1000, AreaSquareKilometres = 60, UnitsPerTerminalDay = 25, Seed = 3 }).ShouldBe(Made);

    [Fact]
    public void Draw_HasTheMeanVolumeTheClassesAndTheAreaAskedFor()
    {
        Made.Average(terminal => terminal.UnitsPerDay!.Value).ShouldBe(25, 1e-9);
        Made.GroupBy(terminal => terminal.Class).ToDictionary(group => group.Key!.Value, group => group.Count())
            .ShouldBe(new Dictionary<TerminalClass, int> { [TerminalClass.A] = 200, [TerminalClass.B] = 300, [TerminalClass.C] = 500 }, ignoreOrder: true);
        var side = Math.Sqrt(60) / 111.195;
        (Made.Max(terminal => terminal.Latitude) - Made.Min(terminal => terminal.Latitude)).ShouldBeInRange(0.8 * side, side + 1e-9);
    }

    [Fact]
    public void Build_CellsTogether_BuyWhatTerminalsSell()
    {
        var (terminals, cells) = CensusRegion.Build("east", Made, new CensusTerms { DemandFactor = 2 });

        cells.UnitsPerDay.Sum().ShouldBe(2 * 25 * 1000, 1e-6);
        for (var cell = 0; cell < cells.Count; cell++)
            terminals.Sizes.Where((_, index) => terminals.Cells[index] == cell).Sum().ShouldBe(cells.UnitsPerDay[cell], 1e-6);
    }

    // Half a kilometre is 0.0045 degrees of latitude: nobody of a cell is farther from its middle than half of that.
    [Fact]
    public void Build_ATerminal_LiesInItsCell()
    {
        var (terminals, cells) = CensusRegion.Build("east", Made, new CensusTerms { CellKilometres = 0.5 });

        for (var index = 0; index < terminals.Count; index++)
        {
            Math.Abs(terminals.Latitudes[index] - cells.Latitudes[terminals.Cells[index]]).ShouldBeLessThanOrEqualTo(0.25 / 111.195 + 1e-12);
            var narrow = 111.195 * Math.Cos(double.DegreesToRadians(terminals.Latitudes[index]));
            Math.Abs(terminals.Longitudes[index] - cells.Longitudes[terminals.Cells[index]]).ShouldBeLessThanOrEqualTo(0.251 / narrow);
        }
    }

    [Fact]
    public void Build_CutOffs_MakeTheLargestA()
    {
        var terminals = CensusRegion.Build("east", Made, new CensusTerms { ClassCutOffs = [0.1, 0.3] }).Terminals;

        terminals.Classes.Count(value => value == TerminalClass.A).ShouldBe(100);
        terminals.Classes.Count(value => value == TerminalClass.B).ShouldBe(200);
        var smallestA = terminals.Sizes.Where((_, index) => terminals.Classes[index] == TerminalClass.A).Min();
        terminals.Sizes.Where((_, index) => terminals.Classes[index] != TerminalClass.A).Max().ShouldBeLessThanOrEqualTo(smallestA);
    }

    [Fact]
    public void Build_OpeningDistribution_IsThatPartAndNested()
    {
        bool[] Of(double part) => CensusRegion.Build("east", Made, new CensusTerms { OpeningDistribution = part }).Terminals.Adopted;
        var (some, more) = (Of(0.3), Of(0.6));

        some.Count(sells => sells).ShouldBeInRange(255, 345);
        some.Zip(more).ShouldAllBe(pair => !pair.First || pair.Second);
        Of(0).ShouldBeEmpty();
        Of(1).ShouldAllBe(sells => sells);
    }
}
