using System.Globalization;
using Territory.Roads.Map;
using Territory.Roads.Osm.Pbf;

namespace Territory.Roads.Osm;

/// <summary>Which ways, relations and nodes the map draws besides roads.</summary>
internal static class FeatureTagReader
{
    private const long MillionCity = 1_000_000;

    /// <summary>The kind of a closed way or a multipolygon; null when it is not drawn.</summary>
    public static MapFeatureKind? AreaKind(OsmTags tags)
    {
        if (tags["natural"] is "water" or "bay" || tags["waterway"] is "riverbank" or "dock" || tags["landuse"] is "reservoir" or "basin")
            return MapFeatureKind.WaterArea;
        if (tags["leisure"] is "park" or "garden" or "nature_reserve" or "golf_course" or "recreation_ground" or "pitch"
            || tags["landuse"] is "forest" or "grass" or "meadow" or "orchard" or "vineyard" or "village_green" or "recreation_ground" or "cemetery" or "farmland"
            || tags["natural"] is "wood" or "scrub" or "grassland" or "heath" or "wetland")
            return MapFeatureKind.GreenArea;
        return tags["landuse"] is "residential" or "commercial" or "retail" or "industrial" ? MapFeatureKind.BuiltUpArea : null;
    }

    /// <summary>The kind of an open or closed line; null when it is not drawn.</summary>
    public static MapFeatureKind? LineKind(OsmTags tags)
    {
        if (tags.Is("natural", "coastline"))
            return MapFeatureKind.Coastline;
        return tags["waterway"] is "river" or "canal" or "stream" && tags["tunnel"] is null or "no" ? MapFeatureKind.WaterLine : null;
    }

    /// <summary>1 a city of a million or more to 7 a hamlet; 0 when the node is no inhabited place.</summary>
    public static int PlaceRank(OsmTags tags) => tags["place"] switch
    {
        "city" => Population(tags) >= MillionCity ? 1 : 2,
        "town" => 3,
        "suburb" or "borough" => 4,
        "village" => 5,
        "quarter" or "neighbourhood" => 6,
        "hamlet" or "isolated_dwelling" => 7,
        _ => 0,
    };

    private static long Population(OsmTags tags) =>
        long.TryParse(tags["population"]?.Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var people) ? people : 0;
}
