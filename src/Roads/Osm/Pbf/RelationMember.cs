namespace Territory.Roads.Osm.Pbf;

internal readonly record struct RelationMember(ElementKinds Kind, long Id, string Role);
