using Territory.Optimizer.Checking;
using Territory.Optimizer.Formats;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Formats;

/// <summary>Deliveries and pickups of one or more dimensions, in the words of PyVRP and of LKH-3, and what a trip may carry of them.</summary>
public sealed class VrplibLoadsTests
{
    private const string Both = "LINEHAUL_SECTION\n1 0\n2 4\n3 0\n4 2\nBACKHAUL_SECTION\n# Of every node.\n1 0\n2 0\n3 5\n4 3";
    private const string Table = "DEMAND_SECTION\n1 0\n2 4\n3 0\n4 2\nBACKHAUL_SECTION\n1 0\n2 0\n3 5\n4 0";
    private const string List = "DEMAND_SECTION\n1 0\n2 4\n3 5\n4 2\nBACKHAUL_SECTION\n3 -1";
    private const string Amounts = "PICKUP_AND_DELIVERY_SECTION\n1 0 0 50 0 0 0\n2 99 0 20 2 0 4\n3 99 0 30 3 5 0\n4 99 5 40 4 3 2";
    private const string Windows = "\nTIME_WINDOW_SECTION\n1 0 99\n2 0 99\n3 0 99\n4 0 99";

    [Fact]
    public void Read_LinehaulAndBackhaul_AreBroughtAndTaken() =>
        VrplibFile.Read(VrplibFile.Text("VRPSPD", "CAPACITY: 9", Both)).Stops.Select(stop => (stop.Demand, stop.Pickup)).ShouldBe([(0, 0), (4, 0), (0, 5), (2, 3)]);

    [Theory]
    [InlineData("VRPB", Table, BackhaulOrder.AfterLinehaul)]
    [InlineData("VRPB", List, BackhaulOrder.AfterLinehaul)]
    [InlineData("VRPB", "DEMAND_SECTION\n1 0\n2 4\n3 5\n4 2\nBACKHAUL_SECTION\n3\n-1", BackhaulOrder.AfterLinehaul)]
    [InlineData("VRPBTW", List + Windows, BackhaulOrder.Last)]
    public void Read_BackhaulsOfEitherForm_AreTheSame(string type, string sections, BackhaulOrder order)
    {
        var instance = VrplibFile.Read(VrplibFile.Text(type, "CAPACITY: 9", sections));

        instance.Stops.Select(stop => (stop.Demand, stop.Pickup)).ShouldBe([(0, 0), (4, 0), (0, 5), (2, 0)]);
        instance.Backhauls.ShouldBe(order);
    }

    [Theory]
    [InlineData("VRPMPD", false)]
    [InlineData("MVRPB", false)]
    [InlineData("VRPSPDTW", true)]
    public void Read_AmountsInColumns_AreBroughtAndTakenInTheirWindows(string type, bool hasWindows)
    {
        var stop = VrplibFile.Read(VrplibFile.Text(type, "CAPACITY: 9", Amounts)).Stops[3];

        stop.ShouldBe(new InstanceStop(9, 0, 2, hasWindows ? 5 : 0, hasWindows ? 40 : InstanceLimits.LatestTime, 4) { Pickup = 3 });
    }

    [Fact]
    public void Check_MixedLoads_CountWhatIsOnBoardAtEachStop()
    {
        // Out with 6; 2 after node 2, 7 after node 3, and 8 after node 4. The other way round 6, 7, 12 and 8.
        var text = VrplibFile.Text("VRPSPD", "CAPACITY: 8", Both);

        VrplibFile.Check(text, "Route #1: 1 2 3\n").Violations.ShouldBeEmpty();
        VrplibFile.Check(text, "Route #1: 3 2 1\n").Violations.ShouldHaveSingleItem().ShouldBe(new("capacity", 1, null, 4));
    }

    [Theory]
    [InlineData("VRPB", "Route #1: 1 3 2\n", null, null, 0)]
    [InlineData("VRPB", "Route #1: 1 2 3\n", "backhaul", 3L, 1)]
    [InlineData("VRPB", "Route #1: 1 3\nRoute #2: 2\n", "backhaul", 2L, 1)]
    [InlineData("VRPBTW", "Route #1: 1 3\nRoute #2: 2\n", null, null, 0)]
    [InlineData("VRPBTW", "Route #1: 2 1 3\n", "backhaul", 1L, 1)]
    public void Check_BackhaulsInOrder_NamesTheStopOutOfIt(string type, string routes, string? rule, long? stop, double by)
    {
        var violations = VrplibFile.Check(VrplibFile.Text(type, "CAPACITY: 20", type == "VRPB" ? List : List + Windows), routes).Violations;

        violations.ShouldBe(rule is null ? [] : [new RuleViolation(rule, violations[0].Route, stop, by)]);
    }

    [Fact]
    public void Read_LoadsOfThreeDimensions_AreEachLimited()
    {
        var text = VrplibFile.Text("HFVRP", "VEHICLES: 2", "DEMAND_SECTION\n1 0 0 0\n2 1 2 3\n3 1 3 3\n4 1 4 3\nCAPACITY_SECTION\n1 9 5 9\n2 9 9 5");

        var instance = VrplibFile.Read(text);

        (instance.Stops[2].Demand, instance.Stops[2].FurtherDemand).ShouldBe((1, (3, 3)));
        (instance.Fleets[1].Capacity, instance.Fleets[1].FurtherCapacity).ShouldBe((9, (9, 5)));
        VrplibFile.Check(text, "Route #1: 1 2\nRoute #2: 3\n").Violations.ShouldBeEmpty();
        VrplibFile.Check(text, "Route #1: 1 3\nRoute #2: 2\n").Violations.ShouldHaveSingleItem().ShouldBe(new("capacity", 1, null, 1));
        VrplibFile.Check(text, "Route #1: 1\nRoute #2: 2 3\n").Violations.ShouldHaveSingleItem().ShouldBe(new("capacity", 2, null, 1));
    }

    [Theory]
    [InlineData("VRPB", "CAPACITY: 9", "DEMAND_SECTION\n1 0\n2 4\n3 0\n4 2", "vrplib.section.missing")]
    [InlineData("VRPB", "CAPACITY: 9", Both, "vrplib.backhaul.both")]
    [InlineData("VRPB", "CAPACITY: 9", List + "\nLINEHAUL_SECTION\n1 0\n2 4\n3 0\n4 2", "vrplib.loads")]
    [InlineData("VRPB", "CAPACITY: 9", "DEMAND_SECTION\n1 0\n2 4\n3 5\n4 2\nBACKHAUL_SECTION\n3 3 -1", "vrplib.node.twice")]
    [InlineData("VRPB", "CAPACITY: 9", "DEMAND_SECTION\n1 0\n2 4\n3 5\n4 2\nBACKHAUL_SECTION\n1 -1", "number.whole")]
    [InlineData("VRPSPD", "CAPACITY: 9", "DEMAND_SECTION\n1 0\n2 4\n3 0\n4 2\nBACKHAUL_SECTION\n1 7\n2 0\n3 5\n4 0", "vrplib.depot.demand")]
    [InlineData("CVRP", "CAPACITY: 9", "DEMAND_SECTION\n1 0 0\n2 4 1\n3 0 1\n4 2 1", "vrplib.vehicle")]
    [InlineData("HFVRP", "VEHICLES: 1", "DEMAND_SECTION\n1 0 0\n2 4 1\n3 0 1\n4 2 1\nCAPACITY_SECTION\n1 9", "vrplib.columns")]
    [InlineData("CVRP", "CAPACITY: 9", "DEMAND_SECTION\n1 0 0 0 0\n2 4 1 1 1\n3 0 1 1 1\n4 2 1 1 1", "vrplib.columns")]
    [InlineData("VRPMPD", "CAPACITY: 9", Amounts + "\nDEMAND_SECTION\n1 0\n2 4\n3 0\n4 2", "vrplib.unsupported")]
    [InlineData("VRPMPD", "CAPACITY: 9\nSERVICE_TIME: 3", Amounts, "vrplib.unsupported")]
    [InlineData("CVRP", "CAPACITY: 9", Amounts, "vrplib.unsupported")]
    [InlineData("VRPMPD", "CAPACITY: 9", "PICKUP_AND_DELIVERY_SECTION\n1 0 0 50 0 0 0\n2 99 0 20 2 -1 4\n3 99 0 30 3 5 0\n4 99 5 40 4 3 2", "vrplib.pair")]
    [InlineData("VRPMPD", "CAPACITY: 9", "PICKUP_AND_DELIVERY_SECTION\n1 0 0 50 0 0 6\n2 99 0 20 2 0 4\n3 99 0 30 3 5 0\n4 99 5 40 4 3 2", "vrplib.depot.demand")]
    public void Read_AFault_IsRefused(string type, string keys, string sections, string code) =>
        VrplibFile.Problems(VrplibFile.Text(type, keys, sections)).ShouldContain(problem => problem.Code == code);
}
