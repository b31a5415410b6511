using Territory.Roads.Network;
using Territory.Roads.Osm.Pbf;

namespace Territory.Roads.Osm;

/// <summary>Folds surface, smoothness and tracktype into one class of surface.</summary>
/// <remarks>
/// The material comes first; smoothness can only make it worse, or stand in for it; tracktype counts where neither is known.
/// Source: the OpenStreetMap wiki on those keys.
/// </remarks>
internal static class SurfaceTagReader
{
    public static RoadSurface Read(OsmTags tags)
    {
        var surface = OfMaterial(tags["surface"]);
        var smoothness = OfSmoothness(tags["smoothness"]);
        if (surface != RoadSurface.Unknown)
            return smoothness > surface ? smoothness : surface;
        return smoothness != RoadSurface.Unknown ? smoothness : OfTrackType(tags["tracktype"]);
    }

    private static RoadSurface OfMaterial(string? value) => value switch
    {
        "asphalt" or "concrete" or "concrete:plates" or "paved" or "paving_stones" or "bricks" or "brick" or "cement" or "chipseal" or "metal" or "painted_concrete"
            or "tartan" or "acrylic" or "rubber" => RoadSurface.PavedSmooth,
        "sett" or "cobblestone" or "unhewn_cobblestone" or "cobblestone:flattened" or "pebblestone" or "concrete:lanes" or "grass_paver" or "wood"
            or "metal_grid" => RoadSurface.PavedRough,
        "compacted" or "fine_gravel" or "gravel" => RoadSurface.Compacted,
        "unpaved" or "ground" or "dirt" or "earth" or "soil" or "grass" or "clay" or "shells" or "woodchips" => RoadSurface.Unpaved,
        "sand" or "mud" or "rock" or "rocky" or "stone" or "snow" or "ice" or "salt" => RoadSurface.Bad,
        _ => RoadSurface.Unknown,
    };

    private static RoadSurface OfSmoothness(string? value) => value switch
    {
        "excellent" or "good" or "intermediate" => RoadSurface.PavedSmooth,
        "bad" => RoadSurface.PavedRough,
        "very_bad" or "horrible" or "very_horrible" => RoadSurface.Bad,
        "impassable" => RoadSurface.Impassable,
        _ => RoadSurface.Unknown,
    };

    private static RoadSurface OfTrackType(string? value) => value switch
    {
        "grade1" => RoadSurface.PavedSmooth,
        "grade2" => RoadSurface.Compacted,
        "grade3" => RoadSurface.Unpaved,
        "grade4" or "grade5" => RoadSurface.Bad,
        _ => RoadSurface.Unknown,
    };
}
