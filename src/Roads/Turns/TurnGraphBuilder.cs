using Territory.Model.Geography;
using Territory.Model.Problems;
using Territory.Roads.Hierarchy;
using Territory.Roads.Network;
using Territory.Roads.Profiles;
using Territory.Roads.Search;

namespace Territory.Roads.Turns;

/// <summary>Derives the graph of turns that a profile may make from the tables.</summary>
internal sealed class TurnGraphBuilder
{
    /// <summary>A network of its own, such as an island's, is kept besides the largest from so many arcs on; what is smaller is a mapping fault or a yard.</summary>
    private const int LeastKept = 1000;

    private const double MetersPerDegree = 111_195;

    private readonly RoadTables tables;
    private readonly ArcTimes times;
    private readonly TravelProfile profile;
    private readonly TurnCosts costs;
    private readonly JunctionAngles angles;
    private readonly RestrictionAutomaton restrictions;
    private readonly HashSet<int> blockedNodes = [];
    private readonly int[] firstArcOfNode;
    private readonly int[] arcsOfNode;
    private readonly byte[] roadsAtNode;
    private readonly List<int> stateArcs = [];
    private readonly List<int> firstTurn = [0];
    private readonly List<(int State, int Milliseconds, List<TurnRestriction> Timed)> turns = [];

    private TurnGraphBuilder(RoadTables tables, TravelProfile profile, ArcTimes times, TurnCosts costs)
    {
        this.tables = tables;
        this.times = times;
        this.profile = profile;
        this.costs = costs;
        angles = new JunctionAngles(tables);
        var mode = profile.Mode.ToSet();
        restrictions = new RestrictionAutomaton(tables, tables.Restrictions.Where(restriction => profile.Obeys(restriction with { Schedule = null })));
        for (var i = 0; i < tables.BarrierNodes.Length; i++)
        {
            if (((TravelModes)tables.BarrierModes[i] & mode) != TravelModes.None)
                blockedNodes.Add(tables.BarrierNodes[i]);
        }

        (firstArcOfNode, arcsOfNode, roadsAtNode) = ArcsByNode();
    }

    public static TurnGraph Build(RoadTables tables, TravelProfile profile, ArcTimes times) => Build(tables, profile, times, profile.Turns);

    /// <summary>For turns that cost something else than the profile says.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A cost is negative or above <see cref="TurnCosts.MostMilliseconds"/>, or no bend up to a right angle would count as a turn.</exception>
    public static TurnGraph Build(RoadTables tables, TravelProfile profile, ArcTimes times, TurnCosts costs)
    {
        Check(costs.StraightDegrees, 89, nameof(TurnCosts.StraightDegrees));
        Check(costs.NearSideMilliseconds, TurnCosts.MostMilliseconds, nameof(TurnCosts.NearSideMilliseconds));
        Check(costs.FarSideMilliseconds, TurnCosts.MostMilliseconds, nameof(TurnCosts.FarSideMilliseconds));
        Check(costs.SignalMilliseconds, TurnCosts.MostMilliseconds, nameof(TurnCosts.SignalMilliseconds));
        Check(costs.UTurnMilliseconds, TurnCosts.MostMilliseconds, nameof(TurnCosts.UTurnMilliseconds));
        var builder = new TurnGraphBuilder(tables, profile, times, costs);
        builder.FindTurns();
        return builder.Finish();
    }

    private static void Check(int value, int most, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most, name);
    }

    private (int[] First, int[] Arcs, byte[] Roads) ArcsByNode()
    {
        var first = new int[tables.NodeCount + 1];
        var roads = new byte[tables.NodeCount];
        var arcCount = 2 * tables.SegmentCount;
        for (var arc = 0; arc < arcCount; arc++)
        {
            if (times.IsOpen(arc))
                first[tables.TailOf(arc) + 1]++;
            if (times.IsOpen(arc) || times.IsOpen(arc ^ 1))
                roads[tables.TailOf(arc)] = (byte)Math.Min(byte.MaxValue, roads[tables.TailOf(arc)] + 1);
        }

        for (var node = 0; node < tables.NodeCount; node++)
        {
            if (first[node + 1] > Junctions.MostRoads)
                throw TooManyRoads(node, first[node + 1]);
            first[node + 1] += first[node];
        }

        var arcs = new int[first[^1]];
        var fill = first.AsSpan().ToArray();
        for (var arc = 0; arc < arcCount; arc++)
        {
            if (times.IsOpen(arc))
                arcs[fill[tables.TailOf(arc)]++] = arc;
        }

        return (first, arcs, roads);
    }

    private InvalidInputException TooManyRoads(int node, int count)
    {
        var place = new GeoPoint(tables.NodeLongitude[node] / RoadTables.CoordinateScale, tables.NodeLatitude[node] / RoadTables.CoordinateScale);
        return new InvalidInputException(new Problem(
            "roads.junction.size",
            $"At most {Junctions.MostRoads} roads may meet at one junction; {count} do at longitude {place.Longitude}, latitude {place.Latitude}."));
    }

    /// <summary>States 0 to the number of arcs less one stand for arcs reached without a restriction behind; those that one needs follow.</summary>
    private void FindTurns()
    {
        var arcCount = 2 * tables.SegmentCount;
        stateArcs.AddRange(Enumerable.Range(0, arcCount));
        var progressOf = new Dictionary<int, List<(int Word, int Passed)>>();
        var stateOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var state = 0; state < stateArcs.Count; state++)
        {
            if (times.IsOpen(stateArcs[state]))
                FindTurnsFrom(stateArcs[state], progressOf.GetValueOrDefault(state) ?? [], StateFor);
            firstTurn.Add(turns.Count);
        }

        int StateFor(int arc, List<(int Word, int Passed)> progress)
        {
            if (progress.Count == 0)
                return arc;
            var key = $"{arc}:{string.Join(';', progress.Order())}";
            if (stateOf.TryGetValue(key, out var known))
                return known;
            stateArcs.Add(arc);
            stateOf.Add(key, stateArcs.Count - 1);
            progressOf.Add(stateArcs.Count - 1, progress);
            return stateArcs.Count - 1;
        }
    }

    private void FindTurnsFrom(int arc, List<(int Word, int Passed)> progress, Func<int, List<(int Word, int Passed)>, int> stateFor)
    {
        var node = tables.HeadOf(arc);
        var isBlocked = blockedNodes.Contains(node);
        var before = turns.Count;
        for (var i = firstArcOfNode[node]; i < firstArcOfNode[node + 1] && !isBlocked; i++)
        {
            var next = arcsOfNode[i];
            if (next == (arc ^ 1))
                continue;
            if (restrictions.Turn(arc, progress, next) is { } turn)
                turns.Add((stateFor(next, turn.Progress), CostOf(arc, next, node), turn.Timed));
        }

        var isDeadEnd = turns.Count == before;
        if (times.IsOpen(arc ^ 1) && (isDeadEnd || (costs.AllowsUTurns && !isBlocked)) && restrictions.Turn(arc, progress, arc ^ 1) is { } back)
            turns.Add((stateFor(arc ^ 1, back.Progress), costs.UTurnMilliseconds + (isDeadEnd ? 0 : SignalAt(node)), back.Timed));
    }

    private int CostOf(int arc, int next, int node)
    {
        var bend = roadsAtNode[node] < 3 ? 0 : angles.Between(arc, next);
        var isNearSide = bend < 0 == tables.DrivesOnLeft;
        var beyond = Math.Abs(bend) - costs.StraightDegrees;
        var turn = beyond <= 0
            ? 0
            : (int)((long)(isNearSide ? costs.NearSideMilliseconds : costs.FarSideMilliseconds) * Math.Min(beyond, 2 * (90 - costs.StraightDegrees)) / (90 - costs.StraightDegrees));
        return turn + SignalAt(node) + profile.EntryMilliseconds(tables, arc >> 1, next >> 1);
    }

    private int SignalAt(int node) => tables.NodeSignals[node] != 0 ? costs.SignalMilliseconds : 0;

    private TurnGraph Finish()
    {
        int[] first = [.. firstTurn];
        var heads = new int[turns.Count];
        for (var i = 0; i < heads.Length; i++)
            heads[i] = turns[i].State;
        var components = ConnectedComponents.Find(first, heads);
        var sizeOf = new int[components.ComponentOf.Length];
        foreach (var component in components.ComponentOf)
            sizeOf[component]++;
        var isMain = new bool[stateArcs.Count];
        var isArcKept = new bool[2 * tables.SegmentCount];
        for (var state = 0; state < isMain.Length; state++)
        {
            var component = components.ComponentOf[state];
            isMain[state] = times.IsOpen(stateArcs[state]) && (component == components.Largest || sizeOf[component] >= LeastKept);
            isArcKept[stateArcs[state]] |= isMain[state];
        }

        var isKept = WithBeginnings(isMain, isArcKept);
        return Renumber(OrderStates(isKept), isArcKept, components.Sizes);
    }

    /// <summary>
    /// Where restrictions await all who come to an arc, its own state is that of those alone who begin on it, and no way leads back to it. Such states
    /// are kept too, with those that the way from them into the network passes.
    /// </summary>
    private bool[] WithBeginnings(bool[] isMain, bool[] isArcKept)
    {
        var isKept = isMain.AsSpan().ToArray();
        var from = new Dictionary<int, List<int>>();
        var leading = new Stack<int>();
        var found = new Stack<int>(Enumerable.Range(0, isArcKept.Length).Where(arc => isArcKept[arc] && !isMain[arc]));
        foreach (var beginning in found)
            from.Add(beginning, []);
        while (found.TryPop(out var state))
        {
            for (var turn = firstTurn[state]; turn < firstTurn[state + 1]; turn++)
            {
                var next = turns[turn].State;
                if (isMain[next])
                    leading.Push(state);
                else if (from.TryGetValue(next, out var list))
                    list.Add(state);
                else
                    AddFound(next, state);
            }
        }

        while (leading.TryPop(out var state))
        {
            if (isKept[state])
                continue;
            isKept[state] = true;
            from[state].ForEach(leading.Push);
        }

        return isKept;

        void AddFound(int next, int state)
        {
            from.Add(next, [state]);
            found.Push(next);
        }
    }

    /// <summary>The kept states in the order of contraction; states of one arc stand together.</summary>
    private int[] OrderStates(bool[] isKept)
    {
        var extra = new Dictionary<int, List<int>>();
        for (var state = 2 * tables.SegmentCount; state < isKept.Length; state++)
        {
            if (!isKept[state])
                continue;
            if (!extra.TryGetValue(stateArcs[state], out var list))
                extra.Add(stateArcs[state], list = []);
            list.Add(state);
        }

        var segments = new List<int>();
        for (var segment = 0; segment < tables.SegmentCount; segment++)
        {
            if (isKept[2 * segment] || isKept[(2 * segment) + 1] || extra.ContainsKey(2 * segment) || extra.ContainsKey((2 * segment) + 1))
                segments.Add(segment);
        }

        var order = new List<int>();
        foreach (var arc in NestedDissection.Order(NetworkOf(segments)))
        {
            if (isKept[arc])
                order.Add(arc);
            order.AddRange(extra.GetValueOrDefault(arc) ?? []);
        }

        return [.. order];
    }

    private CellGraph NetworkOf(List<int> segments)
    {
        var local = new int[tables.NodeCount];
        Array.Fill(local, -1);
        var x = new List<int>();
        var y = new List<int>();
        var from = new int[segments.Count];
        var to = new int[segments.Count];
        for (var edge = 0; edge < from.Length; edge++)
        {
            from[edge] = Local(tables.SegmentFrom[segments[edge]]);
            to[edge] = Local(tables.SegmentTo[segments[edge]]);
        }

        return new CellGraph([.. x], [.. y], from, to, [.. segments]);

        int Local(int node)
        {
            if (local[node] < 0)
            {
                local[node] = x.Count;
                var latitude = tables.NodeLatitude[node] / RoadTables.CoordinateScale;
                x.Add((int)(tables.NodeLongitude[node] / RoadTables.CoordinateScale * Math.Cos(double.DegreesToRadians(latitude)) * MetersPerDegree));
                y.Add((int)(latitude * MetersPerDegree));
            }

            return local[node];
        }
    }

    private TurnGraph Renumber(int[] order, bool[] isArcKept, IReadOnlyList<int> componentSizes)
    {
        var vertexOf = new int[stateArcs.Count];
        Array.Fill(vertexOf, -1);
        for (var vertex = 0; vertex < order.Length; vertex++)
            vertexOf[order[vertex]] = vertex;
        var arcs = new int[order.Length];
        var arcCosts = new long[order.Length];
        var first = new int[order.Length + 1];
        var heads = new List<int>();
        var steps = new List<ushort>();
        var timed = new Dictionary<int, IReadOnlyList<TurnRestriction>>();
        for (var vertex = 0; vertex < order.Length; vertex++)
        {
            var state = order[vertex];
            arcs[vertex] = stateArcs[state];
            arcCosts[vertex] = new PathCost(times[arcs[vertex]], tables.SegmentLengthCentimeters[arcs[vertex] >> 1]).Packed;
            for (var turn = firstTurn[state]; turn < firstTurn[state + 1]; turn++)
            {
                if (vertexOf[turns[turn].State] < 0)
                    continue;
                if (turns[turn].Timed.Count > 0)
                    timed.Add(heads.Count, turns[turn].Timed);
                heads.Add(vertexOf[turns[turn].State]);
                steps.Add((ushort)Math.Min(turns[turn].Milliseconds / TurnGraph.TurnStepMilliseconds, TurnGraph.ForbiddenNow - 1));
            }

            first[vertex + 1] = heads.Count;
        }

        var arcCount = 2 * tables.SegmentCount;
        return new TurnGraph
        {
            Arcs = arcs,
            ArcCosts = arcCosts,
            FirstTurn = first,
            TurnHeads = [.. heads],
            TurnSteps = [.. steps],
            TimedTurns = timed,
            VertexOfArc = [.. isArcKept.Select((isKept, arc) => isKept ? vertexOf[arc] : -1)],
            RestrictedVertices = Enumerable.Range(arcCount, stateArcs.Count - arcCount)
                .Where(state => vertexOf[state] >= 0)
                .GroupBy(state => stateArcs[state], state => vertexOf[state])
                .ToDictionary(group => group.Key, group => group.ToArray()),
            ComponentSizes = componentSizes,
        };
    }
}
