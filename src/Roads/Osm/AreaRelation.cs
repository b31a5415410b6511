using Territory.Roads.Map;

namespace Territory.Roads.Osm;

/// <summary>A multipolygon to draw: the ways of its outer border and of its holes.</summary>
internal sealed record AreaRelation(MapFeatureKind Kind, string? Name, string? NameEn, long[] Outer, long[] Inner);
