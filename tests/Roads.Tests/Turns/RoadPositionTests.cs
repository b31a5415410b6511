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
}
