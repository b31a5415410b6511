using System.Runtime.InteropServices;
using Territory.Model.Geography;
using Territory.Roads.Map;

namespace Territory.Roads.Network;

/// <summary>Cuts ways at junctions and grows the columns of the network.</summary>
/// <remarks>
/// Algorithm: a node is a junction when it ends a way, is used twice, or is a barrier; all other nodes become shape points of their segment.
/// Traffic lights and narrow passages at such points make no junction, which would grow the graph: the segment counts the lights in each
/// direction and takes on the limits.
/// Complexity: linear in way nodes.
/// Source: the usual reduction of OpenStreetMap ways to a routable graph.
/// </remarks>
internal sealed class SegmentAssembly
{
    private const double MaxStoredSpeed = ushort.MaxValue / 10.0;

    private readonly int[] longitude;
    private readonly int[] latitude;
    private readonly byte[] uses;
    private readonly int[] junction;
    private readonly List<int> junctionNodes = [];
    private readonly List<int> from = [];
    private readonly List<int> to = [];
    private readonly List<byte> classes = [];
    private readonly List<byte> structures = [];
    private readonly List<int> nameIndexes = [];
    private readonly List<byte> access = [];
    private readonly List<ushort> speedForward = [];
    private readonly List<ushort> speedBackward = [];
    private readonly List<byte> timetabled = [];
    private readonly List<byte> surfaces = [];
    private readonly List<byte> traits = [];
    private readonly List<byte> destinations = [];
    private readonly List<int> limitIndexes = [];
    private readonly List<byte> segmentSignals = [];
    private readonly List<VehicleLimits> limits = [VehicleLimits.None];
    private readonly Dictionary<VehicleLimits, int> limitIndex = new() { [VehicleLimits.None] = 0 };
    private readonly List<AccessRule> rules = [];
    private readonly IReadOnlyDictionary<int, SegmentDirections> signals;
    private readonly IReadOnlyDictionary<int, VehicleLimits> nodeLimits;
    private readonly List<int> lengths = [];
    private readonly List<int> shapeStart = [0];
    private readonly List<int> shape = [];
    private readonly List<int> firstSegmentOfWay = [];

    /// <param name="signals">Nodes with traffic lights, and the way directions that they stop.</param>
    /// <param name="nodeLimits">Nodes that not every vehicle fits through.</param>
    public SegmentAssembly(
        ReadOnlySpan<int> longitude,
        ReadOnlySpan<int> latitude,
        IReadOnlyDictionary<int, SegmentDirections> signals,
        IReadOnlyDictionary<int, VehicleLimits> nodeLimits)
    {
        this.signals = signals;
        this.nodeLimits = nodeLimits;
        this.longitude = longitude.ToArray();
        this.latitude = latitude.ToArray();
        uses = new byte[longitude.Length];
        junction = new int[longitude.Length];
        Array.Fill(junction, -1);
    }

    public void MarkJunctions(IReadOnlyList<RoadNetworkBuilder.WayRow> ways, IReadOnlyList<int> wayNodes, IEnumerable<int> barriers)
    {
        foreach (var way in ways)
        {
            for (var i = 0; i < way.Count; i++)
            {
                var node = wayNodes[way.Start + i];
                var isEnd = i == 0 || i == way.Count - 1;
                uses[node] = (byte)Math.Min(2, uses[node] + (isEnd ? 2 : 1));
            }
        }

        foreach (var node in barriers)
            uses[node] = 2;
    }

    public void Add(in RoadNetworkBuilder.WayRow way, ReadOnlySpan<int> nodes)
    {
        firstSegmentOfWay.Add(from.Count);
        var (forward, backward) = Speeds(way, nodes);
        var start = 0;
        for (var i = 1; i < nodes.Length; i++)
        {
            if (uses[nodes[i]] < 2)
                continue;
            AddSegment(way, nodes[start..(i + 1)], forward, backward);
            start = i;
        }
    }

    /// <summary>The segments of a way, in way order.</summary>
    public Range SegmentsOf(int way) =>
        firstSegmentOfWay[way]..(way + 1 < firstSegmentOfWay.Count ? firstSegmentOfWay[way + 1] : from.Count);

    /// <summary>The network's number of a builder node, or -1 when it is no junction.</summary>
    public int JunctionOf(int node) => (uint)node < (uint)junction.Length ? junction[node] : -1;

    public int FromOf(int segment) => from[segment];

    public int ToOf(int segment) => to[segment];

    /// <summary>Whether anyone but people on foot may, at least at times, travel the segment towards its To node (or its From node).</summary>
    public bool AllowsVehicles(int segment, bool forward)
    {
        if (((forward ? access[segment] : access[segment] >> 4) & (int)TravelModes.Motor) != 0)
            return true;
        var direction = forward ? SegmentDirections.Forward : SegmentDirections.Backward;
        foreach (var rule in AccessRuleSearch.Of(CollectionsMarshal.AsSpan(rules), segment))
        {
            if (rule.Allows && (rule.Directions & direction) != SegmentDirections.None && (rule.Modes & TravelModes.Motor) != TravelModes.None)
                return true;
        }

        return false;
    }

    public RoadTables ToTables(
        IReadOnlyList<string> names,
        IReadOnlyDictionary<int, TravelModes> barriers,
        IReadOnlyList<TurnRestriction> restrictions,
        IReadOnlyList<MapFeature> features,
        bool drivesOnLeft)
    {
        var blocked = barriers.Where(pair => junction[pair.Key] >= 0).OrderBy(pair => junction[pair.Key]).ToArray();
        return new RoadTables
        {
            NodeLongitude = [.. junctionNodes.Select(node => longitude[node])],
            NodeLatitude = [.. junctionNodes.Select(node => latitude[node])],
            SegmentFrom = [.. from],
            SegmentTo = [.. to],
            SegmentClass = [.. classes],
            SegmentStructure = [.. structures],
            SegmentName = [.. nameIndexes],
            SegmentAccess = [.. access],
            SegmentSpeedForward = [.. speedForward],
            SegmentSpeedBackward = [.. speedBackward],
            SegmentTimetabled = [.. timetabled],
            SegmentSurface = [.. surfaces],
            SegmentTraits = [.. traits],
            SegmentDestination = [.. destinations],
            SegmentLimits = [.. limitIndexes],
            SegmentSignals = [.. segmentSignals],
            SegmentLengthCentimeters = [.. lengths],
            NodeSignals = [.. junctionNodes.Select(node => signals.ContainsKey(node) ? (byte)1 : (byte)0)],
            Limits = [.. limits],
            AccessRules = [.. rules],
            DrivesOnLeft = drivesOnLeft,
            ShapeStart = [.. shapeStart],
            ShapeLongitude = [.. shape.Select(node => longitude[node])],
            ShapeLatitude = [.. shape.Select(node => latitude[node])],
            Names = [.. names],
            BarrierNodes = [.. blocked.Select(pair => junction[pair.Key])],
            BarrierModes = [.. blocked.Select(pair => (byte)pair.Value)],
            Restrictions = restrictions,
            Features = [.. features],
        };
    }

    private void AddSegment(in RoadNetworkBuilder.WayRow way, ReadOnlySpan<int> nodes, ushort forward, ushort backward)
    {
        foreach (var rule in way.Rules)
            rules.Add(new AccessRule(from.Count, rule.Directions, rule.Modes, rule.Allows, rule.HeavierThanTenKilograms, rule.Schedule));
        surfaces.Add((byte)way.Surface);
        traits.Add((byte)way.Traits);
        destinations.Add((byte)way.Destination);
        limitIndexes.Add(IndexOf(LimitsAlong(way, nodes)));
        segmentSignals.Add(SignalsAlong(nodes));
        from.Add(Junction(nodes[0]));
        to.Add(Junction(nodes[^1]));
        classes.Add((byte)way.Class);
        structures.Add((byte)way.Structure);
        nameIndexes.Add(way.Name);
        access.Add(way.Access);
        speedForward.Add(forward);
        speedBackward.Add(backward);
        timetabled.Add(way.CrossingHours > 0 ? (byte)1 : (byte)0);
        lengths.Add((int)Math.Clamp(Math.Round(MetersAlong(nodes) * 100), 1, int.MaxValue));
        foreach (var node in nodes)
            shape.Add(node);
        shapeStart.Add(shape.Count);
    }

    private VehicleLimits LimitsAlong(in RoadNetworkBuilder.WayRow way, ReadOnlySpan<int> nodes)
    {
        var strictest = way.Limits;
        if (nodeLimits.Count == 0)
            return strictest;
        foreach (var node in nodes[1..^1])
            strictest = nodeLimits.TryGetValue(node, out var here) ? strictest.And(here) : strictest;
        return strictest;
    }

    private int IndexOf(VehicleLimits wanted)
    {
        if (!limitIndex.TryGetValue(wanted, out var index))
        {
            index = limits.Count;
            limits.Add(wanted);
            limitIndex.Add(wanted, index);
        }

        return index;
    }

    private byte SignalsAlong(ReadOnlySpan<int> nodes)
    {
        int forward = 0, backward = 0;
        if (signals.Count == 0)
            return 0;
        foreach (var node in nodes[1..^1])
        {
            var stopped = signals.GetValueOrDefault(node);
            forward += (stopped & SegmentDirections.Forward) != SegmentDirections.None ? 1 : 0;
            backward += (stopped & SegmentDirections.Backward) != SegmentDirections.None ? 1 : 0;
        }

        return (byte)(Math.Min(forward, 15) | (Math.Min(backward, 15) << 4));
    }

    private (ushort Forward, ushort Backward) Speeds(in RoadNetworkBuilder.WayRow way, ReadOnlySpan<int> nodes)
    {
        if (way.CrossingHours <= 0)
            return (Tenths(way.SpeedForwardKmh), Tenths(way.SpeedBackwardKmh));
        var speed = Math.Max((ushort)1, Tenths(MetersAlong(nodes) / 1000 / way.CrossingHours));
        return (speed, speed);
    }

    private static ushort Tenths(double speedKmh) => (ushort)Math.Round(Math.Clamp(speedKmh, 0, MaxStoredSpeed) * 10);

    private double MetersAlong(ReadOnlySpan<int> nodes)
    {
        var meters = 0.0;
        for (var i = 1; i < nodes.Length; i++)
            meters += PointOf(nodes[i - 1]).MetersTo(PointOf(nodes[i]));
        return meters;
    }

    private GeoPoint PointOf(int node) => new(longitude[node] / RoadTables.CoordinateScale, latitude[node] / RoadTables.CoordinateScale);

    private int Junction(int node)
    {
        if (junction[node] < 0)
        {
            junction[node] = junctionNodes.Count;
            junctionNodes.Add(node);
        }

        return junction[node];
    }
}
