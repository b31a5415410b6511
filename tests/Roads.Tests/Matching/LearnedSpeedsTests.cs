using Territory.Model.Quantities;
using Territory.Model.Travel;
using Territory.Roads.Matching;
using Territory.Roads.Network;
using Territory.Roads.Routes;
using Territory.Roads.Tests.Fixtures;

namespace Territory.Roads.Tests.Matching;

public sealed class LearnedSpeedsTests(MaltaExtract malta, ITestOutputHelper output)
{
    private static readonly LearnedSpeedsOptions Unshrunk = new() { HalfBelievedObservations = 0 };

    /// <summary>Vehicles that drive each class at a known share of the profile's speed: the shares come back from their noisy tracks.</summary>
    [Fact]
    public void From_MaltaTracksOfKnownSpeeds_RecoversThemByClass()
    {
        var roads = malta.Extract.Roads;
        var truth = new Dictionary<RoadClass, double> { [RoadClass.Trunk] = 0.7, [RoadClass.Primary] = 0.6, [RoadClass.Secondary] = 0.8, [RoadClass.Tertiary] = 1.2, [RoadClass.Residential] = 0.9 };
        var matcher = new MapMatcher(roads, TravelMode.Van);
        var depot = malta.Extract.Outlets[0].Location;
        var tracks = new List<MatchedTrack>();
        for (var seed = 1; seed <= 24; seed++)
        {
            var random = new Random(seed);
            var stops = Enumerable.Range(0, 3).Select(_ => malta.Extract.Outlets[37 * random.Next(20)].Location);
            var route = new RouteFinder(roads).RouteThrough([depot, .. stops, depot], TravelMode.Van).ShouldNotBeNull();
            var drive = new SimulatedDrive(route, arc => truth.GetValueOrDefault(roads.Segment(arc >> 1).Class, 1));
            tracks.Add(matcher.Match(drive.Fixes(random, 8, 10)));
        }

        var learned = LearnedSpeeds.From(tracks, Unshrunk);

        learned.Count.ShouldBeGreaterThan(500);
        foreach (var (roadClass, factor) in truth)
        {
            var factors = learned.Where(speed => roads.Segment(speed.Segment).Class == roadClass && roads.Segment(speed.Segment).LengthMeters > 50).Select(speed => speed.Factor).Order().ToList();
            output.WriteLine($"{roadClass}: {factors.Count} directions, true {factor}, median {factors[factors.Count / 2]:F3}, 10 to 90 % {factors[factors.Count / 10]:F3} to {factors[factors.Count * 9 / 10]:F3}");
            factors.Count.ShouldBeGreaterThan(12, $"{roadClass}");
            factors[factors.Count / 2].ShouldBe(factor, 0.06, $"{roadClass}");
        }
    }

    [Fact]
    public void From_OddAndEvenNumbers_TakesTheMedianOfLogarithms()
    {
        var learned = LearnedSpeeds.From([Track(Passage(3, true, 20), Passage(3, true, 10), Passage(3, true, 80)), Track(Passage(7, false, 40), Passage(7, false, 20), Passage(7, false, 10), Passage(7, false, 5))], Unshrunk);

        learned.Select(speed => (speed.Segment, speed.Forward, speed.Observations)).ShouldBe([(3, true, 3), (7, false, 4)]);
        learned[0].Factor.ShouldBe(0.5, 1e-9);

        // Between 10/20 and 10/10: the geometric mean.
        learned[1].Factor.ShouldBe(Math.Sqrt(0.5), 1e-9);
    }

    /// <summary>Four observations are half believed by default: half of the logarithm of 0.25 is that of 0.5.</summary>
    [Fact]
    public void From_FewObservations_AreDrawnTowardOne()
    {
        LearnedSpeeds.From([Track([.. Enumerable.Repeat(Passage(1, true, 40), 4)])])[0].Factor.ShouldBe(0.5, 1e-9);
        LearnedSpeeds.From([Track([.. Enumerable.Repeat(Passage(1, true, 40), 396)])])[0].Factor.ShouldBe(0.25, 0.005);
        LearnedSpeeds.From([Track([.. Enumerable.Repeat(Passage(1, true, 40), 2)])]).ShouldBeEmpty();
    }

    [Fact]
    public void From_PassagesThatTellNothing_AreLeftOut()
    {
        var plain = Passage(1, true, 20);
        var learned = LearnedSpeeds.From(
            [
                Track(
                    plain,
                    plain,
                    plain,
                    plain with { Standing = new Duration(600), Left = plain.Left.AddSeconds(600) },
                    plain with { ToFraction = 0.3 },
                    Passage(1, true, 0),
                    Passage(1, true, 10_000),
                    Passage(1, true, 0.1)),
            ],
            Unshrunk);

        learned.ShouldHaveSingleItem().ShouldBe(new LearnedSpeed(1, true, Math.Exp(Math.Log(0.5)), 3));
    }

    /// <summary>A whole segment for which the profile takes ten seconds.</summary>
    private static ArcTraversal Passage(int segment, bool forward, double seconds) =>
        new(segment, forward, 0, 1, SimulatedDrive.Start, SimulatedDrive.Start.AddSeconds(seconds), Duration.Zero, 100, 10);

    private static MatchedTrack Track(params ArcTraversal[] passages) =>
        new(TravelMode.Car, [], [new MatchedPart(0, 0, passages, new Distance(100 * passages.Length))], [], 5, 5);
}
