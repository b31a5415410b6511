using System.Globalization;
using Territory.Roads.Network;
using Territory.Roads.Osm.Pbf;

namespace Territory.Roads.Osm;

/// <summary>Second pass: the ways to keep and the nodes they need.</summary>
internal sealed class WayPass(RelationPass relations, ImportProfiles profiles, OsmImportCounts counts) : IOsmVisitor
{
    private readonly OutletReader outlets = new(counts);
    private readonly RoadTagReader roads = new(profiles, counts);

    public List<KeptWay> Ways { get; } = [];

    /// <summary>Node ids of all kept ways, one after the other.</summary>
    public List<long> References { get; } = [];

    public void Node(long id, int longitude, int latitude, OsmTags tags)
    {
    }

    public void Way(long id, ReadOnlySpan<long> nodes, OsmTags tags)
    {
        counts.Ways++;
        if (nodes.Length < 2)
        {
            counts.Skip("way.nodes.few");
            return;
        }

        var road = roads.Read(tags, out var reason);
        if (reason is not null)
            counts.Skip(reason);
        var isClosed = nodes.Length >= 4 && nodes[0] == nodes[^1];
        var way = new KeptWay(id, References.Count, nodes.Length)
        {
            Road = road,
            Outlet = outlets.Read(string.Create(CultureInfo.InvariantCulture, $"way/{id}"), default, tags),
            Area = isClosed ? FeatureTagReader.AreaKind(tags) : null,
            Line = FeatureTagReader.LineKind(tags),
        };
        if (way is { Road: null, Outlet: null, Area: null, Line: null } && !relations.AreaWays.Contains(id))
            return;
        if (way is not { Area: null, Line: null })
            way = way with { Name = tags.First("name", "name:zh"), NameEn = tags.First("name:en") };
        Ways.Add(way);
        foreach (var node in nodes)
            References.Add(node);
        if (road is not null)
            Count(road);
    }

    public void Relation(long id, ReadOnlySpan<RelationMember> members, OsmTags tags)
    {
    }

    private void Count(RoadAttributes road)
    {
        counts.RoadWays++;
        if (road.Class == RoadClass.Ferry)
            counts.Ferries++;
        else if (((road.Forward | road.Backward) & (TravelModes.Car | TravelModes.Van)) != TravelModes.None)
            counts.DrivableWays++;
    }
}
