using System.Globalization;
using Territory.Model.Geography;
using Territory.Roads.Map;
using Territory.Roads.Network;
using Territory.Roads.Osm.Pbf;

namespace Territory.Roads.Osm;

/// <summary>Third pass: coordinates of needed nodes, barriers, outlets and place names on nodes.</summary>
internal sealed class NodePass(NodeStore store, ImportProfiles profiles, OsmImportCounts counts) : IOsmVisitor
{
    private readonly OutletReader outlets = new(counts);
    private readonly AccessTagReader access = new(profiles, counts);

    public List<OsmOutlet> Outlets { get; } = [];

    public List<MapFeature> Places { get; } = [];

    public List<(int Slot, TravelModes Blocked)> Barriers { get; } = [];

    public List<(int Slot, SegmentDirections Stopped)> Signals { get; } = [];

    /// <summary>Barriers that large vehicles do not fit through, such as height restrictors.</summary>
    public List<(int Slot, VehicleLimits Limits)> Narrows { get; } = [];

    public void Node(long id, int longitude, int latitude, OsmTags tags)
    {
        counts.Nodes++;
        var slot = store.SlotOf(id);
        if (slot >= 0)
            store.Put(slot, longitude, latitude);
        if (tags.Count == 0)
            return;
        if (slot >= 0)
            AddToRoad(slot, tags);
        var point = new GeoPoint(longitude / RoadTables.CoordinateScale, latitude / RoadTables.CoordinateScale);
        if (outlets.Read(string.Create(CultureInfo.InvariantCulture, $"node/{id}"), point, tags) is { } outlet)
            Outlets.Add(outlet);
        if (FeatureTagReader.PlaceRank(tags) is > 0 and var rank && tags.First("name", "name:zh", "name:en") is { } name)
            Places.Add(MapFeature.Place(point, name, rank, tags.First("name:en")));
    }

    private void AddToRoad(int slot, OsmTags tags)
    {
        if (access.BlockedBy(tags) is var blocked && blocked != TravelModes.None)
            Barriers.Add((slot, blocked));
        if (SignalTagReader.StoppedBy(tags) is var stopped && stopped != SegmentDirections.None)
            Signals.Add((slot, stopped));
        if (tags["barrier"] is not null && LimitTagReader.Read(tags, counts) is var limits && limits != VehicleLimits.None)
            Narrows.Add((slot, limits));
    }

    public void Way(long id, ReadOnlySpan<long> nodes, OsmTags tags)
    {
    }

    public void Relation(long id, ReadOnlySpan<RelationMember> members, OsmTags tags)
    {
    }
}
