using Territory.Model.Geography;
using Territory.Roads.Hierarchy;
using Territory.Roads.Network;
using Territory.Roads.Profiles;
using Territory.Roads.Search;
using Territory.Roads.Turns;

namespace Territory.Roads.Tests.Turns;

/// <summary>Expectations are sums of ten seconds a street, worked out by hand.</summary>
public sealed class RoadPositionTests
{
    [Fact]
    public void Cost_TargetBehindOnAOneWayStreet_GoesRoundTheBlock()
    {
        var streets = new Streets("AB", "DC").With(">AB", ">BC", ">CD", ">DA");

        streets.Cost("AB", 0.25, "AB", 0.75).ShouldBe(5_000);
        streets.Cost("AB", 0.75, "AB", 0.25).ShouldBe(35_000);
        streets.Way("AB", 0.75, "AB", 0.25).ShouldBe("AB BC CD DA AB");
    }

    [Fact]
    public void Cost_TargetBehindOnATwoWayStreet_GoesBack()
    {
        var streets = new Streets("AB", "DC", ".E").With("AB", "BC", "CD", "DA", "CE");

        streets.Cost("AB", 0.25, "AB", 0.75).ShouldBe(5_000);
        streets.Cost("AB", 0.75, "AB", 0.25).ShouldBe(5_000);
        streets.Way("AB", 0.75, "AB", 0.25).ShouldBe("BA");
    }

    [Fact]
    public void Cost_PlacesAtACorner_AreThereFromEveryStreet()
    {
        var streets = new Streets("ABC").With("AB", "BC");

        streets.Cost("AB", 1, "BC", 0).ShouldBe(0);
        streets.Cost("BC", 0, "AB", 1).ShouldBe(0);
        streets.Cost("AB", 0, "BC", 1).ShouldBe(20_000);
        streets.Cost("AB", 1, "BC", 1).ShouldBe(10_000);
        streets.Cost("AB", 1, "AB", 1).ShouldBe(0);
        streets.Cost("AB", 1, "AB", 0).ShouldBe(10_000);
        streets.Cost("AB", 0, "AB", 1).ShouldBe(10_000);
    }

    [Fact]
    public void Cost_SamePlace_IsNothing()
    {
        var streets = new Streets("AB", "DC").With(">AB", ">BC", ">CD", ">DA");

        foreach (var fraction in (double[])[0, 1e-9, 1.0 / 3, 1])
            streets.Cost("AB", fraction, "AB", fraction).ShouldBe(0);
    }

    [Fact]
    public void Cost_PlaceOffTheNetwork_IsUnreached()
    {
        var streets = new Streets("ABC", "..D").With("AB", "BC", ">CD");

        streets.Cost("AB", 0.5, "CD", 0.5).ShouldBeNull();
        streets.Cost("CD", 0.5, "AB", 0.5).ShouldBeNull();
        RoadPosition.Direct(RoadPosition.None, RoadPosition.None).IsReached.ShouldBeFalse();
    }

    /// <summary>A way whose corners lie on each other still takes time and has a centimetre; places on it are told apart by the way's time alone.</summary>
    [Fact]
    public void Cost_StreetWithoutLength_IsPassed()
    {
        var builder = new RoadNetworkBuilder();
        int[] nodes = [.. ((double[])[0, 0.001, 0.001, 0.002]).Select(longitude => builder.AddNode(new GeoPoint(longitude, 0)))];
        for (var i = 0; i < 3; i++)
            builder.AddWay(new RoadWay { Nodes = [nodes[i], nodes[i + 1]], Class = RoadClass.Residential });
        var network = builder.Build();
        var graph = TurnGraphBuilder.Build(network.Tables, TravelProfile.Car, new ArcTimes([5_000, 5_000, 1, 1, 5_000, 5_000]), TurnCosts.None);
        var search = new PointSearch(RoadHierarchy.Prepare(graph));

        network.Segment(1).LengthMeters.ShouldBe(0.01);
        search.Cost(At(0, 0), At(2, 1)).ShouldBe(new PathCost(10_001, (2 * 11_120) + 1));
        search.Cost(At(1, 0.25), At(1, 0.25)).ShouldBe(new PathCost(0));
        search.Cost(At(1, 0), At(1, 1)).ShouldBe(new PathCost(1, 1));
        search.Cost(At(1, 1), At(1, 0)).ShouldBe(new PathCost(1, 1));

        RoadPosition At(int segment, double fraction) => new PlaceOnRoad(segment, fraction).In(network.Tables, graph);
    }
}
