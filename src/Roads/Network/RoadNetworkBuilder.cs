using System.Runtime.InteropServices;
using Territory.Model.Geography;
using Territory.Roads.Map;

namespace Territory.Roads.Network;

/// <summary>Collects nodes and ways and turns them into an immutable <see cref="RoadNetwork"/>: ways are cut where they meet, points in between become geometry.</summary>
public sealed class RoadNetworkBuilder
{
    private readonly List<int> nodeLongitude = [];
    private readonly List<int> nodeLatitude = [];
    private readonly List<WayRow> ways = [];
    private readonly List<int> wayNodes = [];
    private readonly Dictionary<string, int> nameIndex = new(StringComparer.Ordinal);
    private readonly List<string> names = [];
    private readonly SortedDictionary<int, TravelModes> barriers = [];
    private readonly SortedDictionary<int, SegmentDirections> signals = [];
    private readonly SortedDictionary<int, VehicleLimits> nodeLimits = [];
    private readonly List<WayRestriction> restrictions = [];
    private readonly List<MapFeature> features = [];

    public int NodeCount => nodeLongitude.Count;

    /// <summary>Whether traffic keeps to the left; null: inferred from the roundabouts, to the right where there are none.</summary>
    public bool? DrivesOnLeft { get; set; }

    /// <summary>Restrictions the last <see cref="Build"/> could not express in segments, for example because the ways do not meet at the via node.</summary>
    public int DroppedRestrictions { get; private set; }

    /// <summary>Adds a point that ways may use and returns its number.</summary>
    /// <exception cref="ArgumentException">The point is not a WGS-84 position.</exception>
    public int AddNode(GeoPoint point)
    {
        if (!point.IsValid)
            throw new ArgumentException($"A road node needs a longitude within 180 and a latitude within 90 degrees; got {point}.", nameof(point));
        nodeLongitude.Add((int)Math.Round(point.Longitude * RoadTables.CoordinateScale));
        nodeLatitude.Add((int)Math.Round(point.Latitude * RoadTables.CoordinateScale));
        return nodeLongitude.Count - 1;
    }

    /// <summary>Adds a way and returns its number. Repeated neighbouring nodes are joined; a way of fewer than two different nodes makes no road.</summary>
    public int AddWay(RoadWay way)
    {
        ArgumentNullException.ThrowIfNull(way);
        var start = wayNodes.Count;
        for (var i = 0; i < way.Nodes.Count; i++)
        {
            var node = way.Nodes[i];
            if ((uint)node >= (uint)NodeCount)
                throw new ArgumentException($"Node {node} of the way was never added; there are {NodeCount}.", nameof(way));
            if (wayNodes.Count == start || wayNodes[^1] != node)
                wayNodes.Add(node);
        }

        if (wayNodes.Count - start < 2)
            CollectionsMarshal.SetCount(wayNodes, start);
        ways.Add(Row(way, start, wayNodes.Count - start));
        return ways.Count - 1;
    }

    /// <summary>Modes that cannot pass this node: a bollard, a locked gate.</summary>
    public void AddBarrier(int node, TravelModes blocked)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)node, (uint)NodeCount);
        barriers[node] = barriers.GetValueOrDefault(node) | blocked;
    }

    /// <summary>Traffic lights at a node. At a junction they hold for all roads; at a point along one way, for the given directions of it.</summary>
    public void AddSignals(int node, SegmentDirections directions = SegmentDirections.Both)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)node, (uint)NodeCount);
        signals[node] = signals.GetValueOrDefault(node) | directions;
    }

    /// <summary>A passage at a point along one way that not every vehicle fits through, such as a height restrictor (限高杆); at junctions it is not heeded.</summary>
    public void AddLimits(int node, VehicleLimits limits)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)node, (uint)NodeCount);
        nodeLimits[node] = nodeLimits.GetValueOrDefault(node).And(limits);
    }

    public void AddRestriction(WayRestriction restriction) => restrictions.Add(restriction);

    public void AddFeature(MapFeature feature) => features.Add(feature);

    /// <summary>Cuts the ways into segments and numbers the junctions in order of first use.</summary>
    public RoadNetwork Build()
    {
        var assembly = new SegmentAssembly(CollectionsMarshal.AsSpan(nodeLongitude), CollectionsMarshal.AsSpan(nodeLatitude), signals, nodeLimits);
        assembly.MarkJunctions(ways, wayNodes, barriers.Keys);
        foreach (var way in ways)
            assembly.Add(way, CollectionsMarshal.AsSpan(wayNodes).Slice(way.Start, way.Count));
        var resolver = new RestrictionResolver(assembly);
        var resolved = new List<TurnRestriction>();
        foreach (var restriction in restrictions)
        {
            if (resolver.Resolve(restriction) is { } turn)
                resolved.Add(turn);
        }

        DroppedRestrictions = restrictions.Count - resolved.Count;
        return new RoadNetwork(assembly.ToTables(names, barriers, resolved, features, DrivesOnLeft ?? InferDrivesOnLeft()));
    }

    private bool InferDrivesOnLeft()
    {
        var votes = new DrivingSideVotes();
        foreach (var way in ways.Where(way => way.Structure.HasFlag(RoadStructure.Roundabout)))
        {
            var isForward = (way.Access & (int)TravelModes.Motor) != 0;
            var isBackward = ((way.Access >> 4) & (int)TravelModes.Motor) != 0;
            if (isForward == isBackward)
                continue;
            var points = new GeoPoint[way.Count];
            for (var i = 0; i < points.Length; i++)
            {
                var node = wayNodes[way.Start + (isForward ? i : points.Length - 1 - i)];
                points[i] = new GeoPoint(nodeLongitude[node] / RoadTables.CoordinateScale, nodeLatitude[node] / RoadTables.CoordinateScale);
            }

            votes.Add(points);
        }

        return votes.DrivesOnLeft;
    }

    private WayRow Row(RoadWay way, int start, int count)
    {
        var access = way.Access ?? way.Class.DefaultModes();
        var againstArrow = access & (way.ExemptFromDirection | TravelModes.Foot);
        var forward = way.ForwardAccess ?? (way.Direction == WayDirection.Backward ? againstArrow : access);
        var backward = way.BackwardAccess ?? (way.Direction == WayDirection.Forward ? againstArrow : access);
        var structure = (way.IsBridge ? RoadStructure.Bridge : RoadStructure.None)
            | (way.IsTunnel ? RoadStructure.Tunnel : RoadStructure.None)
            | (way.IsRoundabout ? RoadStructure.Roundabout : RoadStructure.None);
        return new WayRow(
            start,
            count,
            way.Class,
            structure,
            IndexOf(way.Name),
            (byte)((int)forward | ((int)backward << 4)),
            way.MaxSpeedKmh ?? 0,
            way.MaxSpeedBackwardKmh ?? way.MaxSpeedKmh ?? 0,
            way.Crossing?.TotalHours ?? 0,
            way.Surface,
            way.Traits,
            way.DestinationOnly,
            way.Limits,
            way.Rules);
    }

    private int IndexOf(string? name)
    {
        if (string.IsNullOrEmpty(name))
            return -1;
        if (!nameIndex.TryGetValue(name, out var index))
        {
            index = names.Count;
            names.Add(name);
            nameIndex.Add(name, index);
        }

        return index;
    }

    internal readonly record struct WayRow(
        int Start,
        int Count,
        RoadClass Class,
        RoadStructure Structure,
        int Name,
        byte Access,
        double SpeedForwardKmh,
        double SpeedBackwardKmh,
        double CrossingHours,
        RoadSurface Surface,
        RoadTraits Traits,
        TravelModes Destination,
        VehicleLimits Limits,
        IReadOnlyList<WayRule> Rules);
}
