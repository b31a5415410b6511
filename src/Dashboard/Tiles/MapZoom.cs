using Territory.Roads.Map;
using Territory.Roads.Network;

namespace Territory.Dashboard.Tiles;

/// <summary>From which zoom on each thing is drawn, so that a tile stays small.</summary>
internal static class MapZoom
{
    public const int Min = 6;

    /// <summary>Above it the client stretches the tiles of this zoom.</summary>
    public const int Max = 16;

    /// <summary>Names of streets are of no use before they can be read.</summary>
    public const int StreetNames = 12;

    /// <summary>How far a simplified line may lie from the true one, in a tile's units: half a pixel.</summary>
    public const double ToleranceUnits = 4;

    /// <summary>Areas smaller than this on the screen are left out, in square units of a tile.</summary>
    public const double LeastAreaUnits = 1_500;

    public static int From(RoadClass road) => road switch
    {
        RoadClass.Motorway or RoadClass.Trunk => 6,
        RoadClass.Primary or RoadClass.MotorwayLink or RoadClass.TrunkLink => 8,
        RoadClass.Secondary or RoadClass.PrimaryLink or RoadClass.Ferry => 9,
        RoadClass.Tertiary or RoadClass.SecondaryLink => 11,
        RoadClass.Unclassified or RoadClass.TertiaryLink => 12,
        RoadClass.Residential or RoadClass.LivingStreet => 13,
        RoadClass.Service or RoadClass.Track or RoadClass.Pedestrian => 14,
        _ => 15,
    };

    public static int From(MapFeature feature) => feature.Kind switch
    {
        MapFeatureKind.WaterLine => 11,
        MapFeatureKind.GreenArea => 10,
        MapFeatureKind.BuiltUpArea => 9,
        // Rank 1 is a city of a million, rank 7 a hamlet.
        MapFeatureKind.Place => Min + Math.Clamp(feature.Rank, 2, 8) - 2,
        _ => Min,
    };
}
