using Territory.Model.Geography;
using Territory.Roads.Network;

namespace Territory.Roads.Turns;

/// <summary>In which compass direction a vehicle enters and leaves an arc, in whole degrees clockwise from north, 0 to 359.</summary>
/// <remarks>
/// Taken to the first shape point so far away that a hand's breadth of drawing does not decide. Computed when asked, as a route passes few arcs; whoever
/// asks for most of a network keeps them in <see cref="JunctionAngles"/>.
/// </remarks>
internal sealed class ArcBearings(RoadTables tables)
{
    private const double ReachMeters = 12;
    private const double MetersPerDegree = 111_195;
    private const double ReachUnits = ReachMeters / MetersPerDegree * RoadTables.CoordinateScale;

    public int AtStart(int arc)
    {
        var (first, last) = (tables.ShapeStart[arc >> 1], tables.ShapeStart[(arc >> 1) + 1] - 1);
        return (arc & 1) == 0 ? From(first, last, 1) : From(last, first, -1);
    }

    public int AtEnd(int arc) => (AtStart(arc ^ 1) + 180) % 360;

    /// <summary>How far a vehicle turns from one arc into the next: -179 to 180, clockwise positive.</summary>
    public int Between(int arc, int next) => Bend(AtEnd(arc), AtStart(next));

    public static int Bend(int bearing, int nextBearing)
    {
        var bend = (nextBearing - bearing + 360) % 360;
        return bend > 180 ? bend - 360 : bend;
    }

    public static int Bearing(GeoPoint from, GeoPoint to)
    {
        var east = (to.Longitude - from.Longitude) * Math.Cos(double.DegreesToRadians(from.Latitude));
        return Degrees(east, to.Latitude - from.Latitude);
    }

    private int From(int at, int last, int step)
    {
        var (longitude, latitude) = (tables.ShapeLongitude[at], tables.ShapeLatitude[at]);
        var shrink = Math.Cos(double.DegreesToRadians(latitude / RoadTables.CoordinateScale));
        double east = 0, north = 0;
        while (at != last && (east * east) + (north * north) < ReachUnits * ReachUnits)
        {
            at += step;
            east = ((double)tables.ShapeLongitude[at] - longitude) * shrink;
            north = (double)tables.ShapeLatitude[at] - latitude;
        }

        return Degrees(east, north);
    }

    private static int Degrees(double east, double north) => ((int)Math.Round(double.RadiansToDegrees(Math.Atan2(east, north))) + 360) % 360;
}
