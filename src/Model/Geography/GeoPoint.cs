using System.Text.Json.Serialization;

namespace Territory.Model.Geography;

/// <summary>A WGS-84 position in degrees: longitude east, then latitude north, as in GeoJSON.</summary>
public readonly record struct GeoPoint(double Longitude, double Latitude)
{
    private const double EarthRadiusMeters = 6_371_008.8;

    [JsonIgnore]
    public bool IsValid => Math.Abs(Longitude) <= 180 && Math.Abs(Latitude) <= 90;

    /// <summary>Great-circle distance in metres on the mean sphere (haversine); within 0.6 % of the ellipsoid.</summary>
    public double MetersTo(GeoPoint other)
    {
        var lat1 = double.DegreesToRadians(Latitude);
        var lat2 = double.DegreesToRadians(other.Latitude);
        var sinLat = Math.Sin((lat2 - lat1) / 2);
        var sinLon = Math.Sin(double.DegreesToRadians(other.Longitude - Longitude) / 2);
        var h = (sinLat * sinLat) + (Math.Cos(lat1) * Math.Cos(lat2) * sinLon * sinLon);
        return 2 * EarthRadiusMeters * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }
}
