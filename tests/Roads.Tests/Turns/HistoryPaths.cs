using Territory.Model.Geography;
using Territory.Roads.Network;
using Territory.Roads.Profiles;
using Territory.Roads.Turns;

namespace Territory.Roads.Tests.Turns;

/// <summary>
/// Shortest paths with turns, slowly and literally: the search remembers the last arcs travelled, as many as the longest restriction can ask about,
/// and reads each restriction against them. It shares neither the states, the angles, the main network nor the search with the code under test.
/// </summary>
internal sealed class HistoryPaths
{
    private const double ReachMeters = 12;

    private readonly RoadNetwork network;
    private readonly TurnCosts costs;
    private readonly ArcTimes times;
    private readonly TurnRestriction[] restrictions;
    private readonly HashSet<int> barriers = [];
    private readonly int[] roadsAt;
    private readonly List<int>[] arcsFrom;
    private readonly Dictionary<(int From, int To), int> bendCosts = [];
    private readonly int remembered;
    private readonly Dictionary<string, int> numberOf = new(StringComparer.Ordinal);
    private readonly List<int[]> histories = [];
    private readonly List<List<(int To, int Milliseconds)>> turns = [];

    public HistoryPaths(RoadNetwork network, TravelProfile profile, TurnCosts costs, ArcTimes times)
    {
        this.network = network;
        this.costs = costs;
        this.times = times;
        restrictions = [.. network.TurnRestrictions.Where(restriction => profile.ObeysTurnRestrictions && restriction.AppliesTo.Includes(profile.Mode))];
        remembered = restrictions.Select(restriction => restriction.ViaSegments.Count + 1).Append(1).Max();
        for (var i = 0; i < network.Tables.BarrierNodes.Length; i++)
        {
            if (((TravelModes)network.Tables.BarrierModes[i]).Includes(profile.Mode))
                barriers.Add(network.Tables.BarrierNodes[i]);
        }

        roadsAt = new int[network.NodeCount];
        for (var segment = 0; segment < network.SegmentCount; segment++)
        {
            if (!IsOpen(2 * segment) && !IsOpen((2 * segment) + 1))
                continue;
            roadsAt[network.Segment(segment).FromNode]++;
            roadsAt[network.Segment(segment).ToNode]++;
        }

        arcsFrom = [.. roadsAt.Select(_ => new List<int>())];
        for (var arc = 0; arc < 2 * network.SegmentCount; arc++)
        {
            if (!IsOpen(arc))
                continue;
            NumberOf([arc]);
            arcsFrom[TailOf(arc)].Add(arc);
        }

        for (var history = 0; history < histories.Count; history++)
            turns.Add([.. TurnsAfter(histories[history]).Select(turn => (NumberOf(turn.History), turn.Milliseconds))]);
    }

    /// <summary>Sets of arcs between whose every two one can travel to and fro, each with which histories lead into it.</summary>
    public IEnumerable<(HashSet<int> Arcs, bool[] LeadsInto)> Networks()
    {
        var isDone = new bool[histories.Count];
        var into = new List<int>[histories.Count];
        for (var history = 0; history < into.Length; history++)
            into[history] = [];
        for (var history = 0; history < into.Length; history++)
            turns[history].ForEach(turn => into[turn.To].Add(history));
        for (var history = 0; history < histories.Count; history++)
        {
            // What is shorter than can be remembered has just begun and does not come again.
            if (isDone[history] || histories[history].Length < remembered)
                continue;
            var from = Reached(history, at => turns[at].Select(turn => turn.To));
            var leads = Reached(history, at => into[at]);
            var members = Enumerable.Range(0, histories.Count).Where(member => member == history || (from[member] && leads[member])).ToArray();
            foreach (var member in members)
                isDone[member] = true;
            if (from[history])
                yield return (members.Select(member => histories[member][^1]).ToHashSet(), leads);
        }
    }

    /// <summary>Costs to each target, over ways that do not end where no way leads on; null where there is none.</summary>
    public (long Milliseconds, long Centimeters)?[] Costs(PlaceOnRoad source, PlaceOnRoad[] targets, HashSet<int> arcs, bool[] leadsInto)
    {
        var labels = new (long Milliseconds, long Centimeters)?[histories.Count];
        var queue = new PriorityQueue<int, (long, long)>();
        foreach (var arc in ArcsOf(source, arcs))
            Turn(numberOf[Key([arc])], After(source, arc));
        while (queue.TryDequeue(out var history, out var cost))
        {
            if (labels[history] == cost)
                Turn(history, cost);
        }

        return [.. targets.Select(CostTo)];

        void Turn(int history, (long Milliseconds, long Centimeters) cost)
        {
            foreach (var (to, milliseconds) in turns[history])
            {
                var arc = histories[to][^1];
                var sum = (cost.Milliseconds + milliseconds + times[arc], cost.Centimeters + LengthOf(arc));
                if (labels[to] is { } known && known.CompareTo(sum) <= 0)
                    continue;
                labels[to] = sum;
                queue.Enqueue(to, sum);
            }
        }

        (long, long)? CostTo(PlaceOnRoad target)
        {
            (long Milliseconds, long Centimeters)? best = null;
            foreach (var arc in ArcsOf(target, arcs))
            {
                var (whole, end) = (After(target, arc), ((long)times[arc], (long)LengthOf(arc)));
                if (source.Segment == target.Segment && Less(end, whole).CompareTo(Less(end, After(source, arc))) >= 0)
                    Take(Less(After(source, arc), whole));
                for (var history = 0; history < labels.Length; history++)
                {
                    if (histories[history][^1] == arc && leadsInto[history] && labels[history] is { } label)
                        Take(Less(label, whole));
                }
            }

            return best;

            void Take((long, long) cost) => best = best is { } known && known.CompareTo(cost) <= 0 ? known : cost;
        }
    }

    /// <summary>The cost of a way by its arcs, from the source's to the target's; null when one of its turns is none.</summary>
    public (long Milliseconds, long Centimeters)? CostOf(PlaceOnRoad source, PlaceOnRoad target, IReadOnlyList<int> arcs)
    {
        var sum = After(source, arcs[0]);
        var history = new[] { arcs[0] };
        foreach (var arc in arcs.Skip(1))
        {
            var found = TurnsAfter(history).Where(turn => turn.History[^1] == arc).ToArray();
            if (found.Length == 0)
                return null;
            history = found[0].History;
            sum = (sum.Milliseconds + found[0].Milliseconds + times[arc], sum.Centimeters + LengthOf(arc));
        }

        return Less(sum, After(target, arcs[^1]));
    }

    private static (long, long) Less((long Milliseconds, long Centimeters) a, (long Milliseconds, long Centimeters) b) =>
        (a.Milliseconds - b.Milliseconds, a.Centimeters - b.Centimeters);

    private bool IsOpen(int arc) => times[arc] >= 0;

    private int LengthOf(int arc) => (int)Math.Round(network.Segment(arc >> 1).LengthMeters * 100);

    private int TailOf(int arc) => arc % 2 == 0 ? network.Segment(arc / 2).FromNode : network.Segment(arc / 2).ToNode;

    private int HeadOf(int arc) => arc % 2 == 0 ? network.Segment(arc / 2).ToNode : network.Segment(arc / 2).FromNode;

    private static IEnumerable<int> ArcsOf(PlaceOnRoad place, HashSet<int> arcs) =>
        new[] { 2 * place.Segment, (2 * place.Segment) + 1 }.Where(arcs.Contains);

    /// <summary>What is left of an arc from a place on, in whole milliseconds and centimetres.</summary>
    private (long Milliseconds, long Centimeters) After(PlaceOnRoad place, int arc)
    {
        var passed = Math.Round(LengthOf(arc) * place.Fraction);
        return arc % 2 == 0
            ? (times[arc] - (long)Math.Round(times[arc] * place.Fraction), LengthOf(arc) - (long)passed)
            : (times[arc] - (long)Math.Round(times[arc] * (1 - place.Fraction)), (long)passed);
    }

    private IEnumerable<(int[] History, int Milliseconds)> TurnsAfter(int[] history)
    {
        var last = history[^1];
        var node = HeadOf(last);
        var back = last % 2 == 0 ? last + 1 : last - 1;
        var onward = barriers.Contains(node) ? [] : arcsFrom[node].Where(arc => arc != back && IsAllowed(history, arc)).ToArray();
        foreach (var arc in onward)
        {
            if (!bendCosts.TryGetValue((last, arc), out var bend))
                bendCosts.Add((last, arc), bend = BendCost(last, arc, node));
            yield return (Append(history, arc), Counted(CostAt(node) + bend));
        }

        var mayTurnRound = onward.Length == 0 || (costs.AllowsUTurns && !barriers.Contains(node));
        if (mayTurnRound && IsOpen(back) && IsAllowed(history, back))
            yield return (Append(history, back), Counted(costs.UTurnMilliseconds + (onward.Length == 0 ? 0 : CostAt(node))));
    }

    /// <summary>A turn is counted in whole hundredths of a second.</summary>
    private static int Counted(int milliseconds) => milliseconds - (milliseconds % 10);

    private int CostAt(int node) => network.Tables.NodeSignals[node] == 1 ? costs.SignalMilliseconds : 0;

    /// <summary>Of several mandatory turns that meet in one place, any may be taken.</summary>
    private bool IsAllowed(int[] history, int next)
    {
        var applying = restrictions.Where(restriction => Applies(restriction, history)).ToArray();
        return !applying.Any(restriction => !restriction.IsMandatory && restriction.ToSegment == next / 2)
            && (!applying.Any(restriction => restriction.IsMandatory) || applying.Any(restriction => restriction.IsMandatory && restriction.ToSegment == next / 2));
    }

    /// <summary>Whether the vehicle came from the first segment into the via node and then over all via segments to where it is.</summary>
    private bool Applies(TurnRestriction restriction, int[] history)
    {
        var count = restriction.ViaSegments.Count + 1;
        if (history.Length < count)
            return false;
        var way = history[^count..];
        return way[0] / 2 == restriction.FromSegment && HeadOf(way[0]) == restriction.ViaNode
            && way.Skip(1).Select(arc => arc / 2).SequenceEqual(restriction.ViaSegments);
    }

    /// <summary>By the documentation of <see cref="TurnCosts"/>: nothing up to the straight angle, evenly more to a right angle, twice that at most.</summary>
    private int BendCost(int from, int to, int node)
    {
        if (roadsAt[node] < 3)
            return 0;
        var arriving = (Compass(from % 2 == 0 ? network.Polyline(from / 2).Reverse() : network.Polyline(from / 2)) + 180) % 360;
        var leaving = Compass(to % 2 == 0 ? network.Polyline(to / 2) : network.Polyline(to / 2).Reverse());
        var right = (leaving - arriving + 720) % 360;
        var (bend, isRight) = right <= 180 ? (right, true) : (360 - right, false);
        if (bend <= costs.StraightDegrees)
            return 0;
        var price = isRight != network.Tables.DrivesOnLeft ? costs.NearSideMilliseconds : costs.FarSideMilliseconds;
        return (int)Math.Floor((decimal)price * Math.Min(bend - costs.StraightDegrees, 2 * (90 - costs.StraightDegrees)) / (90 - costs.StraightDegrees));
    }

    /// <summary>Whole degrees from north, clockwise, from a line's first point to the first at some distance, or to its last.</summary>
    private static int Compass(IEnumerable<GeoPoint> line)
    {
        var points = line.ToArray();
        var goal = points.Skip(1).FirstOrDefault(point => points[0].MetersTo(point) >= ReachMeters, points[^1]);
        var east = (goal.Longitude - points[0].Longitude) * Math.Cos(points[0].Latitude * Math.PI / 180);
        var degrees = Math.Atan2(east, goal.Latitude - points[0].Latitude) * 180 / Math.PI;
        return (int)(Math.Round(degrees) + 360) % 360;
    }

    private int[] Append(int[] history, int arc) => [.. history.Append(arc).TakeLast(remembered)];

    private static string Key(int[] history) => string.Join(' ', history);

    private int NumberOf(int[] history)
    {
        if (numberOf.TryGetValue(Key(history), out var number))
            return number;
        numberOf.Add(Key(history), histories.Count);
        histories.Add(history);
        return histories.Count - 1;
    }

    private bool[] Reached(int start, Func<int, IEnumerable<int>> next)
    {
        var isReached = new bool[histories.Count];
        var open = new Stack<int>([start]);
        while (open.TryPop(out var at))
        {
            foreach (var to in next(at))
            {
                if (isReached[to])
                    continue;
                isReached[to] = true;
                open.Push(to);
            }
        }

        return isReached;
    }
}
