using Territory.Model.Travel;
using Territory.Roads.Matching;
using Territory.Roads.Network;
using Territory.Roads.Search;
using Territory.Roads.Tests.Network;

namespace Territory.Roads.Tests.Matching;

public sealed class ViterbiDecoderTests
{
    private const double Sigma = 25;
    private const double Beta = 150;

    private static readonly MatchingOptions Options = new()
    {
        RadiusMeters = 400,
        MostRoads = 2,
        ThinMeters = 0,
        MostDetourMeters = 1e7,
        MostMetersPerSecond = 1e7,
        MostSilence = TimeSpan.FromDays(1),
        MostDropped = 0,
        TurnRoundMeters = 200,
    };

    /// <summary>The oracle scores every sequence of places and turns by itself, with ways from plain Dijkstra.</summary>
    [Fact]
    public void Decode_TinyTracks_IsAsLikelyAsTheBestOfAllSequences()
    {
        var turned = 0;
        for (var seed = 1; seed <= 40; seed++)
        {
            var random = new Random(seed);
            var network = RandomNetwork.Create(seed, nodes: 12, ways: 14).Network;
            var graph = network.HierarchyFor(TravelMode.Car).Graph;
            var reading = TrackReading.Of(Fixes(network, random), Options, network, graph, TravelMode.Car);
            reading.Nodes.Count.ShouldBe(4, $"seed {seed}");
            var trellis = new TrackTrellis(reading.Nodes, new RouteLengths(network.HierarchyFor(TravelMode.Car)));

            var sequence = ViterbiDecoder.Decode(trellis, new MatchingModel(Options, Sigma, Beta), Options, TestContext.Current.CancellationToken).ShouldHaveSingleItem($"seed {seed}");

            var search = new TurnSearch(graph);
            sequence.LogLikelihood.ShouldBe(Best(reading.Nodes, 0, (_, _) => 0, search), 1e-6, $"seed {seed}");
            Score(reading.Nodes, sequence, search).ShouldBe(sequence.LogLikelihood, 1e-6, $"seed {seed}");
            turned += sequence.Candidates.Zip(sequence.Departures).Count(pair => pair.First != pair.Second);
        }

        turned.ShouldBeGreaterThan(0, "no track turns round, so that this is not tested");
    }

    private static List<GpsFix> Fixes(RoadNetwork network, Random random)
    {
        var fixes = new List<GpsFix>();
        while (fixes.Count < 4)
        {
            var segment = random.Next(network.SegmentCount);
            if (!network.IsMain(segment, TravelMode.Car))
                continue;
            var line = network.Polyline(segment);
            fixes.Add(new GpsFix(SimulatedDrive.Noisy(line[random.Next(line.Count)], random, Sigma), SimulatedDrive.Start.AddMinutes(fixes.Count)));

            // Every other fix lies close to the one before, so that set-backs and turns come up.
            if (fixes.Count < 4)
                fixes.Add(new GpsFix(SimulatedDrive.Noisy(fixes[^1].Location, random, 2 * Sigma), SimulatedDrive.Start.AddMinutes(fixes.Count)));
        }

        return fixes;
    }

    /// <summary>The best continuation from a node on, given what it costs to come to each of its candidates.</summary>
    private static double Best(List<TrackNode> nodes, int node, Func<int, int, double> coming, TurnSearch search)
    {
        var best = double.NegativeInfinity;
        for (var arrival = 0; arrival < nodes[node].Candidates.Length; arrival++)
        {
            var arrived = coming(node, arrival) + Emission(nodes[node].Candidates[arrival]);
            if (node == nodes.Count - 1)
            {
                best = Math.Max(best, arrived);
                continue;
            }

            for (var departure = 0; departure < nodes[node].Candidates.Length; departure++)
            {
                var isTurn = nodes[node].Candidates[departure].Arc == (nodes[node].Candidates[arrival].Arc ^ 1);
                if (departure != arrival && !isTurn)
                    continue;
                var left = departure;
                var turn = isTurn ? -Options.TurnRoundMeters / Beta : 0;
                best = Math.Max(best, arrived + turn + Best(nodes, node + 1, (next, candidate) => Transition(nodes, next, left, candidate, search), search));
            }
        }

        return best;
    }

    private static double Score(List<TrackNode> nodes, MatchedSequence sequence, TurnSearch search)
    {
        var score = Emission(nodes[0].Candidates[sequence.Candidates[0]]);
        for (var i = 1; i < nodes.Count; i++)
        {
            score += sequence.Departures[i - 1] == sequence.Candidates[i - 1] ? 0 : -Options.TurnRoundMeters / Beta;
            score += Transition(nodes, i, sequence.Departures[i - 1], sequence.Candidates[i], search) + Emission(nodes[i].Candidates[sequence.Candidates[i]]);
        }

        return score;
    }

    private static double Emission(RoadCandidate candidate) => -Math.Pow(candidate.Snapped.DistanceMeters / Sigma, 2) / 2;

    private static double Transition(List<TrackNode> nodes, int next, int from, int to, TurnSearch search)
    {
        var (source, target) = (nodes[next - 1].Candidates[from], nodes[next].Candidates[to]);
        search.Run(source.Position);
        var meters = search.CostTo(source.Position, target.Position).Centimeters / 100.0;
        var back = (source.Place.Before - target.Place.Before).Centimeters / 100.0;
        if (source.Arc == target.Arc && source.Fraction > target.Fraction && source.Place.Before.Centimeters > target.Place.Before.Centimeters && back <= 4.25 * Sigma)
            meters = 0;
        return -Math.Abs(meters - nodes[next - 1].Location.MetersTo(nodes[next].Location)) / Beta;
    }
}
