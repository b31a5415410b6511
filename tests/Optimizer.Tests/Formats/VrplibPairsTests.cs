using Territory.Model.Problems;
using Territory.Optimizer.Formats;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Formats;

/// <summary>Pickups and deliveries in VRPLIB, with the columns of LKH-3.</summary>
public sealed class VrplibPairsTests
{
    private const string Text = """
        NAME: pairs
        TYPE: PDPTW
        DIMENSION: 3
        VEHICLES: 2
        CAPACITY: 10
        EDGE_WEIGHT_TYPE: EUC_2D
        NODE_COORD_SECTION
        1 0 0
        2 3 4
        3 6 8
        PICKUP_AND_DELIVERY_SECTION
        1 0 0 500 0 0 0
        2 -7 10 90 5 3 0
        3 7 0 80.5 5 0 2
        DEPOT_SECTION
        1
        -1
        EOF
        """;

    [Fact]
    public void Read_Pairs_AreStopsWithWindowsExactly()
    {
        using var file = new TextFile(Text);

        var instance = InstanceReader.Read(file.Path);

        instance.Rounding.ShouldBe(RoundingRule.Exact);
        instance.UsualObjective.ShouldBe(RoutingObjective.Distance);
        instance.HasTimeWindows.ShouldBeTrue();
        instance.Fleets.ShouldBe([new InstanceFleet(2, 10)]);
        instance.Stops.ShouldBe([new InstanceStop(0, 0, 0, 0, 500, 0), new InstanceStop(3, 4, -7, 10, 90, 5), new InstanceStop(6, 8, 7, 0, 80.5, 5)]);
        instance.Pairs.ShouldBe([new StopPair(2, 1)]);
    }

    [Theory]
    [InlineData("PICKUP_AND_DELIVERY_SECTION", "OTHER_SECTION", "vrplib.section.missing")]
    [InlineData("2 -7 10 90 5 3 0", "2 -7 10 90 5 3", "vrplib.columns")]
    [InlineData("2 -7 10 90 5 3 0", "2 -7.5 10 90 5 3 0", "vrplib.pair")]
    [InlineData("2 -7 10 90 5 3 0", "2 -7 -1 90 5 3 0", "vrplib.pair")]
    [InlineData("2 -7 10 90 5 3 0", "2 -7 10 90 5 4 0", "vrplib.pair")]
    [InlineData("2 -7 10 90 5 3 0", "2 -7 10 90 5 1 0", "pair.one")]
    [InlineData("2 -7 10 90 5 3 0", "2 -6 10 90 5 3 0", "pair.demand")]
    [InlineData("DEPOT_SECTION", "PRIZE_SECTION\n1 0\n2 5\n3 5\nDEPOT_SECTION", "vrplib.unsupported")]
    [InlineData("DEPOT_SECTION", "VEHICLES_RELOAD_DEPOT_SECTION\n1 1\n2 1\nDEPOT_SECTION", "vrplib.unsupported")]
    public void Read_AFault_IsRefused(string sound, string broken, string code)
    {
        Text.ShouldContain(sound);
        using var file = new TextFile(Text.Replace(sound, broken, StringComparison.Ordinal));

        Should.Throw<InvalidInputException>(() => InstanceReader.Read(file.Path)).Problems.ShouldContain(problem => problem.Code == code);
    }
}
