using Territory.Model.Geography;
using Territory.Model.Problems;
using Territory.Model.Travel;
using Territory.Roads.Matching;
using Territory.Roads.Network;
using Territory.Roads.Routes;
using Territory.Roads.Tests.Fixtures;

namespace Territory.Roads.Tests.Matching;

public sealed class MapMatcherTests(MaltaExtract malta, ITestOutputHelper output)
{
    /// <summary>The truth is the route that the noisy fixes were drawn from; the matcher sees the fixes alone and estimates the noise itself.</summary>
    [Theory]
    [InlineData(5, 5, 0.985, 0.01, 0.01)]
    [InlineData(10, 10, 0.97, 0.02, 0.01)]
    [InlineData(10, 30, 0.95, 0.03, 0.02)]
    [InlineData(20, 15, 0.95, 0.06, 0.04)]
    public void Match_MaltaTracks_FollowTheRoadsDriven(double sigmaMeters, double everySeconds, double leastRight, double mostWrong, double mostLengthError)
    {
        var matcher = new MapMatcher(malta.Extract.Roads, TravelMode.Van);
        double meters = 0, right = 0, wrong = 0, length = 0;
        for (var seed = 1; seed <= 12; seed++)
        {
            var random = new Random(seed);
            var drive = new SimulatedDrive(RandomRoute(random));

            var track = matcher.Match(drive.Fixes(random, sigmaMeters, everySeconds));

            var compared = drive.Compare(track);
            meters += drive.Meters;
            right += compared.Right * drive.Meters;
            wrong += compared.Wrong * drive.Meters;
            length += track.Length.Meters;
            output.WriteLine($"seed {seed}: {drive.Meters:F0} m, right {compared.Right:P2}, wrong {compared.Wrong:P2}, length {(track.Length.Meters / drive.Meters) - 1:P2}, {track.Parts.Count} parts, sigma {track.SigmaMeters:F1}, beta {track.BetaMeters:F1}");
        }

        output.WriteLine($"sigma {sigmaMeters} m, every {everySeconds} s: {meters / 1000:F0} km, right {right / meters:P2}, wrong {wrong / meters:P2}, length {(length / meters) - 1:P2}");
        (right / meters).ShouldBeGreaterThan(leastRight);
        (wrong / meters).ShouldBeLessThan(mostWrong);
        (length / meters).ShouldBe(1, mostLengthError);
    }

    /// <summary>Two roads 60 m apart, joined at both ends only; noise of 15 m often puts a fix nearer to the wrong one, the whole track never.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    public void Match_ParallelRoads_StaysOnTheOneDriven(double north)
    {
        var network = new Drawing()
            .Road("Lower", RoadClass.Primary, (0, 0), (3_000, 0))
            .Road("Upper", RoadClass.Primary, (0, 60), (3_000, 60))
            .Road(null, RoadClass.Primary, (-100, 30), (0, 0)).Road(null, RoadClass.Primary, (-100, 30), (0, 60))
            .Road(null, RoadClass.Primary, (3_100, 30), (3_000, 0)).Road(null, RoadClass.Primary, (3_100, 30), (3_000, 60))
            .Build();
        var drive = new SimulatedDrive(new RouteFinder(network).FindRoute(Drawing.At(50, north), Drawing.At(2_950, north), TravelMode.Car)!);

        var track = new MapMatcher(network, TravelMode.Car, new MatchingOptions { RadiusMeters = 100 }).Match(drive.Fixes(new Random(3), 15, 5));

        var (right, wrong) = drive.Compare(track);
        right.ShouldBeGreaterThan(0.97);
        wrong.ShouldBeLessThan(0.01);
    }

    /// <summary>Driving against the arrow is no way; the two-way street beside it is, however far the fixes lie from it.</summary>
    [Fact]
    public void Match_OneWayStreet_IsNeverDrivenAgainst()
    {
        var network = new Drawing()
            .OneWay("East", RoadClass.Primary, (0, 0), (2_000, 0))
            .OneWay("West", RoadClass.Primary, (2_000, 40), (0, 40))
            .Road(null, RoadClass.Primary, (0, 0), (0, 40))
            .Road(null, RoadClass.Primary, (2_000, 0), (2_000, 40))
            .Build();
        var fixes = Enumerable.Range(0, 30).Select(i => new GpsFix(Drawing.At(1_900 - (60 * i), 12), SimulatedDrive.Start.AddSeconds(5 * i))).ToList();

        var track = new MapMatcher(network, TravelMode.Car).Match(fixes);

        var driven = track.Parts.ShouldHaveSingleItem().Traversals.ShouldHaveSingleItem();
        network.Segment(driven.Segment).Name.ShouldBe("West");
        driven.Forward.ShouldBeTrue();
        track.Length.Meters.ShouldBeInRange(1_735, 1_745);
    }

    /// <summary>Ninety seconds in a tunnel under a hill with a road over it: the fixes before and behind tell which was driven.</summary>
    [Fact]
    public void Match_SilenceInATunnel_IsBridgedAlongTheRoad()
    {
        var network = new Drawing()
            .Road("Approach", RoadClass.Primary, (0, 0), (1_000, 0))
            .Way(new RoadWay { Nodes = [], Class = RoadClass.Primary, IsTunnel = true, Name = "Tunnel" }, (1_000, 0), (2_500, 0))
            .Road("Hill", RoadClass.Primary, (1_000, 0), (1_000, 700), (2_500, 700), (2_500, 0))
            .Road("Exit", RoadClass.Primary, (2_500, 0), (3_500, 0))
            .Build();
        var drive = new SimulatedDrive(new RouteFinder(network).FindRoute(Drawing.At(10, 0), Drawing.At(3_490, 0), TravelMode.Car)!);
        var fixes = drive.Fixes(new Random(5), 8, 5).Where(fix => fix.Location.Longitude < Drawing.At(1_030, 0).Longitude || fix.Location.Longitude > Drawing.At(2_470, 0).Longitude).ToList();

        var track = new MapMatcher(network, TravelMode.Car).Match(fixes);

        drive.Compare(track).Right.ShouldBeGreaterThan(0.98);
        track.Parts.Count.ShouldBe(1);
        track.Gaps.ShouldBeEmpty();
    }

    [Fact]
    public void Match_LongSilence_IsAGapBetweenTwoParts()
    {
        var network = new Drawing().Road(null, RoadClass.Primary, (0, 0), (5_000, 0)).Build();
        List<GpsFix> fixes = [.. Enumerable.Range(0, 10).Select(i => Fix(100 * i, 3, 10 * i)), .. Enumerable.Range(0, 10).Select(i => Fix(3_000 + (100 * i), -3, 1_000 + (10 * i)))];

        var track = new MapMatcher(network, TravelMode.Car).Match(fixes);

        track.Parts.Select(part => (part.FirstFix, part.LastFix)).ShouldBe([(0, 9), (10, 19)]);
        track.Parts.ShouldAllBe(part => part.Length.Meters == 900);
        var gap = track.Gaps.ShouldHaveSingleItem();
        (gap.LastFix, gap.NextFix).ShouldBe((9, 10));
        gap.Time.ShouldBe(TimeSpan.FromSeconds(910));
        gap.Straight.Meters.ShouldBe(2_100);
        track.Length.Meters.ShouldBe(1_800);
    }

    /// <summary>One fix 900 m off by reflection, one on a road that leads nowhere near in time, one far from any road.</summary>
    [Fact]
    public void Match_WildFixes_AreDroppedAndNothingIsLost()
    {
        var network = new Drawing()
            .Road("Road", RoadClass.Primary, (0, 0), (5_000, 0))
            .Road("Other", RoadClass.Primary, (0, 0), (0, 9_000), (5_000, 9_000))
            .Road("Loop", RoadClass.Primary, (0, 0), (-4_000, 0), (-4_000, 120), (5_000, 120))
            .Build();
        var fixes = Enumerable.Range(0, 40).Select(i => Fix(100 + (100 * i), i % 2 == 0 ? 4 : -4, 8 * i)).ToList();
        fixes[10] = Fix(1_100, 900, 80);
        fixes[20] = Fix(2_100, 121, 160);
        fixes[30] = Fix(3_100, 8_999, 240);

        var track = new MapMatcher(network, TravelMode.Car, new MatchingOptions { SigmaMeters = 10 }).Match(fixes);

        track.Fixes[10].Outcome.ShouldBe(FixOutcome.Outlier);
        track.Fixes[20].Outcome.ShouldBe(FixOutcome.Outlier);
        track.Fixes[30].Outcome.ShouldBe(FixOutcome.Outlier);
        track.Fixes.Count(fix => fix.Outcome == FixOutcome.Matched).ShouldBe(37);
        track.Parts.ShouldHaveSingleItem().Length.Meters.ShouldBe(3_900);
        track.Fixes[5].Place!.Value.DistanceMeters.ShouldBe(4, 0.01);
    }

    [Fact]
    public void Match_FixFarFromAnyRoad_HasNoPlace()
    {
        var network = new Drawing().Road("Road", RoadClass.Primary, (0, 0), (5_000, 0)).Build();
        var fixes = Enumerable.Range(0, 10).Select(i => Fix(100 + (100 * i), i == 4 ? 70 : 5, 10 * i)).ToList();

        var track = new MapMatcher(network, TravelMode.Car).Match(fixes);

        track.Fixes[4].ShouldBe(new MatchedFix(FixOutcome.NoRoad, null, -1));
        track.Length.Meters.ShouldBe(900);
    }

    /// <summary>2,000 m, ten minutes at a shop, 1,400 m: the noise of standing adds nothing to the length beyond its own size, and the stand is known.</summary>
    [Fact]
    public void Match_LongStand_AddsNoKilometres()
    {
        var network = new Drawing().Road("Road", RoadClass.Primary, (0, 0), (4_000, 0)).Build();
        var random = new Random(9);
        var fixes = new List<GpsFix>();
        for (var second = 0; second <= 940; second += 10)
        {
            var east = 500 + (10 * Math.Min(second, 200)) + (10 * Math.Max(0, second - 800));
            fixes.Add(new GpsFix(SimulatedDrive.Noisy(Drawing.At(east, 0), random, 6), SimulatedDrive.Start.AddSeconds(second)));
        }

        var track = new MapMatcher(network, TravelMode.Car).Match(fixes);

        var part = track.Parts.ShouldHaveSingleItem();
        part.Length.Meters.ShouldBeInRange(3_350, 3_450);
        part.Traversals.Sum(traversal => traversal.Standing.Seconds).ShouldBeInRange(400, 620);
        track.Fixes.Count(fix => fix.Outcome == FixOutcome.Thinned).ShouldBeGreaterThan(30);
    }

    /// <summary>Into a long street, round in the middle of it, and out again.</summary>
    [Fact]
    public void Match_TurnBetweenJunctions_IsFollowed()
    {
        var network = new Drawing().Road("Road", RoadClass.Residential, (0, 0), (3_000, 0)).Build();
        var fixes = Enumerable.Range(0, 21).Select(i => Fix(i <= 10 ? 100 + (100 * i) : 1_100 - (100 * (i - 10)), i % 2 == 0 ? 5 : -5, 12 * i)).ToList();

        var track = new MapMatcher(network, TravelMode.Car, new MatchingOptions { SigmaMeters = 8, BetaMeters = 5 }).Match(fixes);

        track.Parts.ShouldHaveSingleItem().Traversals.Select(traversal => traversal.Forward).ShouldBe([true, false]);
        track.Length.Meters.ShouldBe(2_000);
    }

    [Fact]
    public void Match_Traversals_JoinInPlaceAndTime()
    {
        var random = new Random(4);
        var drive = new SimulatedDrive(RandomRoute(random));

        var track = new MapMatcher(malta.Extract.Roads, TravelMode.Van).Match(drive.Fixes(random, 10, 10));

        foreach (var part in track.Parts)
        {
            part.Traversals.Sum(traversal => traversal.Meters).ShouldBe(part.Length.Meters, 0.51);
            part.Traversals.ShouldAllBe(traversal => traversal.Left >= traversal.Entered && traversal.ToFraction > traversal.FromFraction && traversal.ToFraction <= 1 && traversal.FromFraction >= 0);
            for (var i = 1; i < part.Traversals.Count; i++)
            {
                var (before, after) = (part.Traversals[i - 1], part.Traversals[i]);
                (after.Entered - before.Left).Duration().ShouldBeLessThan(TimeSpan.FromMilliseconds(2));
                if (before.Segment == after.Segment)
                    continue;
                EndNode(before, isEnd: true).ShouldBe(EndNode(after, isEnd: false));
            }
        }
    }

    [Fact]
    public void Match_BadFixes_AreAllReported()
    {
        var network = new Drawing().Road(null, RoadClass.Primary, (0, 0), (5_000, 0)).Build();
        GpsFix[] fixes =
        [
            Fix(0, 0, 0), new(new GeoPoint(200, 0), SimulatedDrive.Start.AddSeconds(5)), Fix(50, 0, 5), Fix(60, 0, 2), Fix(90, 0, 9) with { AccuracyMeters = -1 },
            new(new GeoPoint(double.NaN, 0), SimulatedDrive.Start.AddSeconds(3), double.NaN),
        ];

        var problems = Should.Throw<InvalidInputException>(() => new MapMatcher(network, TravelMode.Car).Match(fixes)).Problems;

        problems.Select(problem => (problem.Code, problem.Line)).ShouldBe(
        [
            ("track.fix.location", 2), ("track.fix.time", 3), ("track.fix.time", 4), ("track.fix.accuracy", 5),
            ("track.fix.location", 6), ("track.fix.time", 6), ("track.fix.accuracy", 6),
        ]);
    }

    [Fact]
    public void Match_NothingToMatch_IsEmpty()
    {
        var matcher = new MapMatcher(new Drawing().Road(null, RoadClass.Primary, (0, 0), (5_000, 0)).Build(), TravelMode.Car);

        matcher.Match([]).Parts.ShouldBeEmpty();
        matcher.Match([Fix(10, 0, 0)]).Parts.ShouldBeEmpty();
        matcher.Match([Fix(10, 5_000, 0), Fix(500, 5_000, 60)]).Fixes.ShouldAllBe(fix => fix.Outcome == FixOutcome.NoRoad);
        Should.Throw<ArgumentOutOfRangeException>(() => new MapMatcher(RandomSmall(), TravelMode.Car, new MatchingOptions { RadiusMeters = 0 }));
    }

    private static RoadNetwork RandomSmall() => new Drawing().Road(null, RoadClass.Primary, (0, 0), (100, 0)).Build();

    private static GpsFix Fix(double east, double north, double second) => new(Drawing.At(east, north), SimulatedDrive.Start.AddSeconds(second));

    private int EndNode(ArcTraversal traversal, bool isEnd)
    {
        var segment = malta.Extract.Roads.Segment(traversal.Segment);
        return traversal.Forward == isEnd ? segment.ToNode : segment.FromNode;
    }

    /// <summary>Through a handful of outlets, so that the whole is no fastest way.</summary>
    private Route RandomRoute(Random random)
    {
        var outlets = malta.Extract.Outlets;
        var stops = Enumerable.Range(0, 4).Select(_ => outlets[random.Next(outlets.Count)].Location).ToArray();
        return new RouteFinder(malta.Extract.Roads).RouteThrough(stops, TravelMode.Van)!;
    }
}
