using Territory.Model.Geography;

namespace Territory.Demo.Geography;

/// <summary>A point of the county in metres east and north of the middle of the county seat.</summary>
internal readonly record struct PlanePoint(double East, double North)
{
    private const double MetersPerDegreeLatitude = 111_195;

    public GeoPoint ToGeo(GeoPoint origin) => new(
        Math.Round(origin.Longitude + (East / (MetersPerDegreeLatitude * Math.Cos(double.DegreesToRadians(origin.Latitude)))), 7),
        Math.Round(origin.Latitude + (North / MetersPerDegreeLatitude), 7));

    public static PlanePoint FromGeo(GeoPoint point, GeoPoint origin) => new(
        (point.Longitude - origin.Longitude) * MetersPerDegreeLatitude * Math.Cos(double.DegreesToRadians(origin.Latitude)),
        (point.Latitude - origin.Latitude) * MetersPerDegreeLatitude);

    public double MetersTo(PlanePoint other) => Math.Sqrt(((East - other.East) * (East - other.East)) + ((North - other.North) * (North - other.North)));

    public PlanePoint Toward(PlanePoint other, double fraction) => new(East + ((other.East - East) * fraction), North + ((other.North - North) * fraction));

    public static PlanePoint operator +(PlanePoint a, PlanePoint b) => new(a.East + b.East, a.North + b.North);
}
