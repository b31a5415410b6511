using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Network;

namespace Territory.Roads.Tests.Network;

public sealed class RoadNetworkBuilderTests
{
    private readonly RoadNetworkBuilder builder = new();

    [Fact]
    public void Build_PointsBetweenJunctions_BecomeGeometry()
    {
        var nodes = Nodes(5);
        builder.AddWay(new RoadWay { Nodes = nodes, Class = RoadClass.Primary, Name = "人民路", IsBridge = true });
        var side = builder.AddNode(new GeoPoint(0.02, 0.01));
        builder.AddWay(new RoadWay { Nodes = [nodes[2], side], Class = RoadClass.Residential });

        var network = builder.Build();

        network.NodeCount.ShouldBe(4);
        network.SegmentCount.ShouldBe(3);
        network.Segment(0).ShouldSatisfyAllConditions(
            segment => segment.Name.ShouldBe("人民路"),
            segment => segment.IsBridge.ShouldBeTrue(),
            segment => segment.LengthMeters.ShouldBe(0.02 * 111_195, 0.1));
        network.Polyline(0).Count.ShouldBe(3);
        network.RoadGeometries().Count().ShouldBe(3);
    }

    [Fact]
    public void Build_TwoUnconnectedParts_TheLargerIsMain()
    {
        var large = Nodes(4, latitude: 0);
        var small = Nodes(2, latitude: 0.001);
        foreach (var i in Enumerable.Range(0, 3))
            builder.AddWay(new RoadWay { Nodes = [large[i], large[i + 1]], Class = RoadClass.Residential });
        builder.AddWay(new RoadWay { Nodes = small, Class = RoadClass.Residential });

        var network = builder.Build();

        network.ComponentSizes(TravelMode.Car).ShouldBe([6, 2]);
        network.IsMain(3, TravelMode.Car).ShouldBeFalse();
        network.Snap(new GeoPoint(0.005, 0.001), TravelMode.Car)!.Value.Segment.ShouldBe(0);
    }

    [Fact]
    public void Build_OneWayDeadEnd_IsMainOnFootOnly()
    {
        var nodes = Nodes(4);
        builder.AddWay(new RoadWay { Nodes = [nodes[0], nodes[1]], Class = RoadClass.Residential });
        builder.AddWay(new RoadWay { Nodes = [nodes[1], nodes[2]], Class = RoadClass.Residential });
        builder.AddWay(new RoadWay { Nodes = [nodes[2], nodes[3]], Class = RoadClass.Residential, Direction = WayDirection.Forward });

        var network = builder.Build();

        network.IsMain(2, TravelMode.Car).ShouldBeFalse();
        network.IsMain(2, TravelMode.Foot).ShouldBeTrue();
    }

    [Fact]
    public void Build_Bollard_StopsVehiclesButNotPeople()
    {
        var nodes = Nodes(5);
        builder.AddWay(new RoadWay { Nodes = nodes, Class = RoadClass.Residential });
        builder.AddBarrier(nodes[3], TravelModes.Car | TravelModes.Van);

        var network = builder.Build();

        network.ComponentSizes(TravelMode.Car).ShouldBe([2, 2]);
        network.ComponentSizes(TravelMode.Foot).ShouldBe([4]);
    }

    [Fact]
    public void AddRestriction_AtNodeAndAlongWay_NamesTheSegmentsThatMeet()
    {
        var nodes = Nodes(4);
        var ways = Enumerable.Range(0, 3).Select(i => builder.AddWay(new RoadWay { Nodes = [nodes[i], nodes[i + 1]], Class = RoadClass.Primary })).ToArray();
        builder.AddRestriction(new WayRestriction(false, ways[0], nodes[1], [], ways[1], TravelModes.Motor));
        builder.AddRestriction(new WayRestriction(true, ways[0], null, [ways[1]], ways[2], TravelModes.Motor));
        builder.AddRestriction(new WayRestriction(false, ways[0], nodes[3], [], ways[1], TravelModes.Motor));

        var network = builder.Build();

        network.TurnRestrictions.Count.ShouldBe(2);
        network.TurnRestrictions[0].ShouldBe(new TurnRestriction(false, 0, 1, [], 1, TravelModes.Motor), new IgnoringLists());
        network.TurnRestrictions[1].ViaSegments.ShouldBe([1]);
        network.TurnRestrictions[1].ToSegment.ShouldBe(2);
        builder.DroppedRestrictions.ShouldBe(1);
    }

    [Fact]
    public void AddWay_UnknownNode_Throws() =>
        Should.Throw<ArgumentException>(() => builder.AddWay(new RoadWay { Nodes = [0, 1], Class = RoadClass.Primary }));

    /// <summary>A hostile extract may hold thousands of restrictions on ways of any length; those on ways that no map has are left out at once.</summary>
    [Theory]
    [InlineData(1900, 0)]
    [InlineData(2100, 1)]
    public void AddRestriction_OnAWayOfManySegments_IsDroppedBeyondAnyRealOne(int segments, int dropped)
    {
        var spine = Enumerable.Range(0, segments + 1).Select(i => builder.AddNode(new GeoPoint(0.0001 * i, 0))).ToArray();
        var way = builder.AddWay(new RoadWay { Nodes = spine, Class = RoadClass.Primary });
        var side = spine.Select((node, i) => builder.AddWay(
            new RoadWay { Nodes = [node, builder.AddNode(new GeoPoint(0.0001 * i, 0.001))], Class = RoadClass.Residential })).ToArray();
        builder.AddRestriction(new WayRestriction(false, side[0], spine[0], [], way, TravelModes.Motor));

        builder.Build().TurnRestrictions.Count.ShouldBe(1 - dropped);

        builder.DroppedRestrictions.ShouldBe(dropped);
    }

    /// <summary>Sixteen ways in a star have 16! orders, none of which leads on to a way that lies elsewhere.</summary>
    [Fact]
    public void Build_RestrictionOverAStarOfWays_IsDroppedBeforeAllOrdersAreTried()
    {
        const int Ways = 16;
        var middle = builder.AddNode(new GeoPoint(10, 0));
        var ways = Enumerable.Range(0, Ways + 1)
            .Select(i => builder.AddWay(new RoadWay { Nodes = [builder.AddNode(new GeoPoint(10.001, 0.001 * i)), middle], Class = RoadClass.Residential })).ToArray();
        var elsewhere = builder.AddWay(new RoadWay { Nodes = [builder.AddNode(new GeoPoint(11, 0)), builder.AddNode(new GeoPoint(11, 1))], Class = RoadClass.Residential });
        builder.AddRestriction(new WayRestriction(false, ways[0], null, ways[1..], elsewhere, TravelModes.All));

        builder.Build().TurnRestrictions.ShouldBeEmpty();

        builder.DroppedRestrictions.ShouldBe(1);
    }

    /// <summary>The members of a relation have no order.</summary>
    [Fact]
    public void Build_RestrictionOverAChainOfWaysInAnyOrder_IsResolved()
    {
        const int Ways = 16;
        var nodes = Enumerable.Range(0, Ways + 3).Select(i => builder.AddNode(new GeoPoint(10 + (0.001 * i), 0))).ToArray();
        var ways = Enumerable.Range(0, Ways + 2).Select(i => builder.AddWay(new RoadWay { Nodes = [nodes[i], nodes[i + 1]], Class = RoadClass.Residential })).ToArray();
        int[] via = [.. ways[1..^1]];
        new Random(1).Shuffle(via);
        builder.AddRestriction(new WayRestriction(false, ways[0], null, via, ways[^1], TravelModes.All));

        builder.Build().TurnRestrictions.ShouldHaveSingleItem().ViaSegments.ShouldBe(ways[1..^1]);
    }

    private int[] Nodes(int count, double latitude = 0) =>
        [.. Enumerable.Range(0, count).Select(i => builder.AddNode(new GeoPoint(i * 0.01, latitude)))];

    private sealed class IgnoringLists : IEqualityComparer<TurnRestriction>
    {
        public bool Equals(TurnRestriction? x, TurnRestriction? y) => x! with { ViaSegments = y!.ViaSegments } == y;

        public int GetHashCode(TurnRestriction obj) => 0;
    }
}
