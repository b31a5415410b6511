using Territory.Model.Quantities;
using Territory.Roads.Hierarchy;
using Territory.Roads.Network;
using Territory.Roads.Search;
using Territory.Roads.Turns;

namespace Territory.Roads.Matching;

/// <summary>Makes the passages of one part from the places of its fixes: the ways between them, with times spread as the profile's are.</summary>
/// <remarks>A vehicle that noise sets back along its arc stays where it was, so that no metre counts twice.</remarks>
internal sealed class PartAssembly
{
    private readonly RoadTables tables;
    private readonly TurnGraph graph;
    private readonly PointSearch search;
    private readonly DateTimeOffset origin;
    private readonly List<Passage> passages = [];

    /// <summary>How far the vehicle has come; ahead of the last match where noise set that back.</summary>
    private RoadCandidate place;

    public PartAssembly(RoadTables tables, TurnGraph graph, PointSearch search, DateTimeOffset origin)
    {
        this.tables = tables;
        this.graph = graph;
        this.search = search;
        this.origin = origin;
    }

    public MatchedPart Assemble(TrackTrellis trellis, MatchedSequence sequence, MatchingModel model)
    {
        passages.Clear();
        var before = trellis.Nodes[sequence.Nodes[0]];
        place = before.Candidates[sequence.Candidates[0]];
        var matched = place;
        passages.Add(new Passage(place.Arc, place.Fraction, before.ArrivedMilliseconds));
        for (var i = 1; i < sequence.Nodes.Length; i++)
        {
            Stand(before);
            if (sequence.Departures[i - 1] != sequence.Candidates[i - 1])
            {
                place = matched = before.Candidates[sequence.Departures[i - 1]];
                passages.Add(new Passage(place.Arc, place.Fraction, before.LeftMilliseconds));
            }

            var node = trellis.Nodes[sequence.Nodes[i]];
            var target = node.Candidates[sequence.Candidates[i]];

            // Behind where it already was, but not by going round: noise.
            if (model.IsSetBack(before, matched, node, target) || (ArcPlace.IsBehind(place.Place, target.Place) && !ArcPlace.IsBehind(matched.Place, target.Place)))
                passages[^1].Left = node.ArrivedMilliseconds;
            else
                Drive(before.LeftMilliseconds, node.ArrivedMilliseconds, target);
            (before, matched) = (node, target);
        }

        Stand(before);
        ArcTraversal[] traversals = [.. passages.Where(passage => passage.To > passage.From || passages.Count == 1).Select(Traversal)];
        return new MatchedPart(
            trellis.Nodes[sequence.Nodes[0]].Fix,
            before.Fix,
            traversals,
            new Distance((int)Math.Round(traversals.Sum(traversal => traversal.Meters))));
    }

    private void Stand(TrackNode node)
    {
        passages[^1].Standing += node.LeftMilliseconds - node.ArrivedMilliseconds;
        passages[^1].Left = node.LeftMilliseconds;
    }

    private void Drive(long left, long arrived, in RoadCandidate target)
    {
        if (search.Path(place.Position, target.Position) is not { } path)
            throw new InvalidOperationException($"No way leads from arc {place.Arc} to arc {target.Arc}, between which a likelihood was found.");
        var total = Math.Max(1, path.Cost.Milliseconds);
        var passed = 0.0;
        for (var i = 0; i < path.Vertices.Count; i++)
        {
            var vertex = path.Vertices[i];
            var arc = graph.Arcs[vertex];
            var from = i == 0 ? place.Fraction : 0;
            var to = i == path.Vertices.Count - 1 ? target.Fraction : 1;
            if (i > 0)
                passages.Add(new Passage(arc, 0, left + (long)((arrived - left) * Math.Min(1, passed / total))));
            var profile = (new PathCost(graph.ArcCosts[vertex]).Milliseconds * (to - from)) + (i == 0 ? 0 : graph.MillisecondsOfTurn(path.Vertices[i - 1], vertex));
            passed += profile;
            passages[^1].To = to;
            passages[^1].ProfileMilliseconds += profile;
            passages[^1].Left = left + (long)((arrived - left) * Math.Min(1, passed / total));
        }

        passages[^1].Left = arrived;
        place = target;
    }

    private ArcTraversal Traversal(Passage passage) => new(
        passage.Arc >> 1,
        (passage.Arc & 1) == 0,
        passage.From,
        passage.To,
        origin.AddMilliseconds(passage.Entered),
        origin.AddMilliseconds(passage.Left),
        new Duration((int)(passage.Standing / 1000)),
        tables.SegmentLengthCentimeters[passage.Arc >> 1] / 100.0 * (passage.To - passage.From),
        passage.ProfileMilliseconds / 1000);

    private sealed class Passage(int arc, double from, long entered)
    {
        public int Arc => arc;

        public double From { get; } = from;

        public double To { get; set; } = from;

        public long Entered { get; } = entered;

        public long Left { get; set; } = entered;

        public long Standing { get; set; }

        public double ProfileMilliseconds { get; set; }
    }
}
