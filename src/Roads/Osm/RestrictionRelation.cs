namespace Territory.Roads.Osm;

/// <summary>A turn restriction by OpenStreetMap ids, from one way to one way.</summary>
internal sealed record RestrictionRelation(long FromWay, long? ViaNode, long[] ViaWays, long ToWay, RestrictionRule Rule);
