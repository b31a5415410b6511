using System.Globalization;
using Territory.Model.Geography;
using Territory.Roads.Map;
using Territory.Roads.Network;
using Territory.Roads.Osm.Pbf;

namespace Territory.Roads.Osm;

/// <summary>Third pass: coordinates of needed nodes, barriers, outlets and place names on nodes.</summary>
internal sealed class NodePass(NodeStore store, OsmImportCounts counts) : IOsmVisitor
{
    private readonly OutletReader outlets = new(counts);

    public List<OsmOutlet> Outlets { get; } = [];

    public List<MapFeature> Places { get; } = [];

    public List<(int Slot, TravelModes Blocked)> Barriers { get; } = [];

    public void Node(long id, int longitude, int latitude, OsmTags tags)
    {
        counts.Nodes++;
        var slot = store.SlotOf(id);
        if (slot >= 0)
            store.Put(slot, longitude, latitude);
        if (tags.Count == 0)
            return;
        if (slot >= 0 && AccessTagReader.BlockedBy(tags) is var blocked && blocked != TravelModes.None)
            Barriers.Add((slot, blocked));
        var point = new GeoPoint(longitude / RoadTables.CoordinateScale, latitude / RoadTables.CoordinateScale);
        if (outlets.Read(string.Create(CultureInfo.InvariantCulture, $"node/{id}"), point, tags) is { } outlet)
            Outlets.Add(outlet);
        if (FeatureTagReader.PlaceRank(tags) is > 0 and var rank && tags.First("name", "name:zh", "name:en") is { } name)
            Places.Add(MapFeature.Place(point, name, rank, tags.First("name:en")));
    }

    public void Way(long id, ReadOnlySpan<long> nodes, OsmTags tags)
    {
    }

    public void Relation(long id, ReadOnlySpan<RelationMember> members, OsmTags tags)
    {
    }
}
