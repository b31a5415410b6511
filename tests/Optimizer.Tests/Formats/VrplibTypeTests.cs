using Territory.Optimizer.Formats;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Formats;

/// <summary>What the TYPE decides: windows, the order of backhauls, where routes end, and by what rule results are published.</summary>
public sealed class VrplibTypeTests
{
    private const string Demands = "DEMAND_SECTION\n1 0\n2 1\n3 2\n4 3";
    private const string Windows = "\nTIME_WINDOW_SECTION\n1 0 99\n2 0 99\n3 0 99\n4 0 99";

    [Theory]
    [InlineData("CVRP", RoundingRule.Nearest)]
    [InlineData("ACVRP", RoundingRule.Nearest)]
    [InlineData("DCVRP", RoundingRule.Nearest)]
    [InlineData("PCVRP", RoundingRule.Nearest)]
    [InlineData("cptp", RoundingRule.Nearest)]
    [InlineData("GVRP", RoundingRule.Nearest)]
    [InlineData("MTVRP", RoundingRule.Nearest)]
    [InlineData("VRPSPD", RoundingRule.Nearest)]
    public void Read_WithoutWindows_IsRoundedAsPublished(string type, RoundingRule rounding)
    {
        var instance = VrplibFile.Read(VrplibFile.Text(type, "CAPACITY: 9", Demands));

        (instance.Rounding, instance.HasTimeWindows, instance.IsOpen, instance.Backhauls).ShouldBe((rounding, false, false, BackhaulOrder.Mixed));
    }

    [Theory]
    [InlineData("CVRPTW", RoundingRule.Dimacs)]
    [InlineData("PCVRPTW", RoundingRule.Dimacs)]
    [InlineData("MTVRPTW", RoundingRule.Dimacs)]
    [InlineData("MTVRPTWR", RoundingRule.Dimacs)]
    [InlineData("VRPTW-RT", RoundingRule.Nearest)]
    public void Read_WithWindows_IsRoundedAsPublished(string type, RoundingRule rounding)
    {
        var instance = VrplibFile.Read(VrplibFile.Text(type, "CAPACITY: 9", Demands + Windows));

        (instance.Rounding, instance.HasTimeWindows).ShouldBe((rounding, true));
        VrplibFile.Problems(VrplibFile.Text(type, "CAPACITY: 9", Demands)).ShouldHaveSingleItem().Code.ShouldBe("vrplib.section.missing");
    }

    [Fact]
    public void Read_ExactWeights_AreNotRounded() =>
        VrplibFile.Read(VrplibFile.Text("CVRP", "CAPACITY: 9", Demands).Replace("EUC_2D", "EXACT_2D", StringComparison.Ordinal)).Rounding.ShouldBe(RoundingRule.Exact);

    [Fact]
    public void Check_AnOpenRoute_EndsAtItsLastStop()
    {
        // Out over 2 to 9 are 9, and of the limit of 14 five are service; the way home would be 9 more.
        var text = VrplibFile.Text("OVRP", "CAPACITY: 9\nDISTANCE: 14\nSERVICE_TIME: 2.5", Demands);

        VrplibFile.Read(text).IsOpen.ShouldBeTrue();
        VrplibFile.Check(text, "Route #1: 2 3\nRoute #2: 1\nCost 10\n").Violations.ShouldBeEmpty();
        VrplibFile.Check(text, "Route #1: 1 2 3\nCost 9\n").Violations.ShouldHaveSingleItem().ShouldBe(new("duration", 1, null, 2.5));
    }

    [Fact]
    public void Read_ADistanceOfNothing_IsNoLimit() =>
        VrplibFile.Read(VrplibFile.Text("CVRP", "CAPACITY: 9\nDISTANCE: 0", Demands)).LimitsRoutes.ShouldBeFalse();

    [Fact]
    public void Read_AnUnknownType_IsRefusedWithTheKnown()
    {
        var problem = VrplibFile.Problems(VrplibFile.Text("VRPX", "CAPACITY: 9", Demands)).ShouldHaveSingleItem();

        (problem.Code, problem.Line, problem.Value).ShouldBe(("vrplib.type", 2, "VRPX"));
        problem.Rule.ShouldContain("MTVRPTWR");
    }

    [Fact]
    public void Read_AnUnknownSection_IsRefusedWithItsLineAndWhatToDo()
    {
        var problem = VrplibFile.Problems(VrplibFile.Text("CVRP", "CAPACITY: 9", Demands + "\nDRAFT_LIMIT_SECTION\n1 0\n2 1\n3 1\n4 1")).ShouldHaveSingleItem();

        (problem.Code, problem.Line, problem.Field).ShouldBe(("vrplib.unsupported", 16, "DRAFT_LIMIT_SECTION"));
        problem.Rule.ShouldContain("take the section out");
    }
}
