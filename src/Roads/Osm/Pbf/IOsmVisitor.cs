namespace Territory.Roads.Osm.Pbf;

/// <summary>Receives elements in file order; tags, references and members are only valid during the call.</summary>
internal interface IOsmVisitor
{
    void Node(long id, int longitude, int latitude, OsmTags tags);

    void Way(long id, ReadOnlySpan<long> nodes, OsmTags tags);

    void Relation(long id, ReadOnlySpan<RelationMember> members, OsmTags tags);
}
