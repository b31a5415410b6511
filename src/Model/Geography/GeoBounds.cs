using System.Text.Json.Serialization;

namespace Territory.Model.Geography;

/// <summary>A rectangle of WGS-84 degrees, both corners included.</summary>
public readonly record struct GeoBounds(double West, double South, double East, double North)
{
    public static GeoBounds Empty => new(double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity);

    [JsonIgnore]
    public bool IsEmpty => West > East;

    [JsonIgnore]
    public GeoPoint Center => new((West + East) / 2, (South + North) / 2);

    public bool Contains(GeoPoint point) =>
        point.Longitude >= West && point.Longitude <= East && point.Latitude >= South && point.Latitude <= North;

    public GeoBounds Including(GeoPoint point) => new(
        Math.Min(West, point.Longitude),
        Math.Min(South, point.Latitude),
        Math.Max(East, point.Longitude),
        Math.Max(North, point.Latitude));

    public static GeoBounds Around(IEnumerable<GeoPoint> points) => points.Aggregate(Empty, (bounds, point) => bounds.Including(point));
}
