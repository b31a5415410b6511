using Territory.Roads.Network;

namespace Territory.Roads.Osm;

/// <summary>Puts the results of the passes together: network, outlets, features.</summary>
internal sealed class ExtractAssembly
{
    private readonly RelationPass relations;
    private readonly WayPass ways;
    private readonly NodeStore store;
    private readonly OsmImportCounts counts;
    private readonly RoadNetworkBuilder builder = new();
    private readonly int[] numbers;
    private readonly Dictionary<long, int> wayNumbers = [];

    public ExtractAssembly(RelationPass relations, WayPass ways, NodeStore store, OsmImportCounts counts)
    {
        this.relations = relations;
        this.ways = ways;
        this.store = store;
        this.counts = counts;
        numbers = new int[store.Count];
        Array.Fill(numbers, -1);
    }

    public OsmExtract Finish(NodePass nodes)
    {
        var restricted = relations.Restrictions
            .SelectMany(restriction => restriction.ViaWays.Append(restriction.FromWay).Append(restriction.ToWay)).ToHashSet();
        foreach (var way in ways.Ways)
        {
            if (way.Road is { } road)
                AddRoad(way, road, restricted.Contains(way.Id));
        }

        foreach (var (slot, blocked) in nodes.Barriers)
        {
            if (numbers[slot] < 0)
                continue;
            builder.AddBarrier(numbers[slot], blocked);
            counts.Barriers++;
        }

        foreach (var (slot, stopped) in nodes.Signals)
        {
            if (numbers[slot] < 0)
                continue;
            builder.AddSignals(numbers[slot], stopped);
            counts.Signals++;
        }

        foreach (var (slot, limits) in nodes.Narrows)
        {
            if (numbers[slot] >= 0)
                builder.AddLimits(numbers[slot], limits);
        }

        foreach (var restriction in relations.Restrictions)
            AddRestriction(restriction);
        var features = new FeatureAssembly(relations, ways, store, counts);
        foreach (var feature in features.All().Concat(nodes.Places))
            builder.AddFeature(feature);
        var network = builder.Build();
        counts.Skip("restriction.unresolved", builder.DroppedRestrictions);
        counts.RestrictionsKept = network.TurnRestrictions.Count;
        return new OsmExtract(network, [.. nodes.Outlets, .. WayOutlets()], counts);
    }

    /// <summary>Adds a way, cut where the extract lacks a node.</summary>
    private void AddRoad(KeptWay way, RoadAttributes road, bool isRestricted)
    {
        var pieces = new List<List<int>> { new() };
        for (var i = 0; i < way.Count; i++)
        {
            var slot = store.SlotOf(ways.References[way.First + i]);
            if (store.Has(slot))
                pieces[^1].Add(Number(slot));
            else if (pieces[^1].Count > 0)
                pieces.Add([]);
        }

        var whole = pieces.Count == 1 && pieces[0].Count == way.Count;
        if (!whole)
            counts.Skip("road.node.missing", way.Count - pieces.Sum(piece => piece.Count));
        foreach (var piece in pieces.Where(piece => piece.Count > 1))
        {
            var number = builder.AddWay(ToWay(road, piece, whole));
            if (isRestricted && whole)
                wayNumbers[way.Id] = number;
        }
    }

    private static RoadWay ToWay(RoadAttributes road, List<int> nodes, bool isWhole) => new()
    {
        Nodes = nodes,
        Class = road.Class,
        ForwardAccess = road.Forward,
        BackwardAccess = road.Backward,
        DestinationOnly = road.DestinationOnly,
        Rules = road.Rules,
        Surface = road.Surface,
        Traits = road.Traits,
        Limits = road.Limits,
        Name = road.Name,
        MaxSpeedKmh = road.MaxSpeedKmh,
        MaxSpeedBackwardKmh = road.MaxSpeedBackwardKmh,

        // A timetable is for the whole crossing; a piece of it says nothing of its own time.
        Crossing = isWhole ? road.Crossing : null,
        IsBridge = road.Structure.HasFlag(RoadStructure.Bridge),
        IsTunnel = road.Structure.HasFlag(RoadStructure.Tunnel),
        IsRoundabout = road.Structure.HasFlag(RoadStructure.Roundabout),
    };

    private int Number(int slot)
    {
        if (numbers[slot] < 0)
            numbers[slot] = builder.AddNode(store.PointOf(slot));
        return numbers[slot];
    }

    private void AddRestriction(RestrictionRelation restriction)
    {
        var slot = restriction.ViaNode is { } node ? store.SlotOf(node) : -1;
        var isNodeKnown = restriction.ViaNode is null || (slot >= 0 && numbers[slot] >= 0);
        if (!isNodeKnown
            || !wayNumbers.TryGetValue(restriction.FromWay, out var from)
            || !wayNumbers.TryGetValue(restriction.ToWay, out var to)
            || !restriction.ViaWays.All(wayNumbers.ContainsKey))
        {
            counts.Skip("restriction.outside");
            return;
        }

        builder.AddRestriction(new WayRestriction(
            restriction.Rule.IsMandatory,
            from,
            restriction.ViaNode is null ? null : numbers[slot],
            [.. restriction.ViaWays.Select(way => wayNumbers[way])],
            to,
            restriction.Rule.AppliesTo)
        {
            HeavierThanTenKilograms = restriction.Rule.HeavierThanTenKilograms,
            Schedule = restriction.Rule.Schedule,
        });
    }

    private IEnumerable<OsmOutlet> WayOutlets()
    {
        foreach (var way in ways.Ways.Where(way => way.Outlet is not null))
        {
            var points = Enumerable.Range(way.First, way.Count).Select(i => store.SlotOf(ways.References[i])).Where(store.Has).Select(store.PointOf).ToArray();
            if (points.Length == 0)
                counts.Skip("outlet.node.missing");
            else
                yield return way.Outlet! with { Location = Outline.Centroid(points) };
        }
    }
}
