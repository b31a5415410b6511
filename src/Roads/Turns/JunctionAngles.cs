using Territory.Roads.Network;

namespace Territory.Roads.Turns;

/// <summary>In which compass direction each arc begins and ends, in whole degrees clockwise from north.</summary>
/// <remarks>A direction is taken over the first few metres, not over the first two points, which often lie a hand's breadth apart.</remarks>
internal sealed class JunctionAngles
{
    private const double ReachMeters = 12;

    private readonly RoadTables tables;
    private readonly short[] leavingStart;
    private readonly short[] leavingEnd;

    public JunctionAngles(RoadTables tables)
    {
        this.tables = tables;
        leavingStart = new short[tables.SegmentCount];
        leavingEnd = new short[tables.SegmentCount];
        for (var segment = 0; segment < tables.SegmentCount; segment++)
        {
            leavingStart[segment] = Leaving(tables.ShapeStart[segment], tables.ShapeStart[segment + 1] - 1, 1);
            leavingEnd[segment] = Leaving(tables.ShapeStart[segment + 1] - 1, tables.ShapeStart[segment], -1);
        }
    }

    /// <summary>How far a vehicle turns from one arc into the next: -180 to 180, clockwise positive.</summary>
    public int Between(int fromArc, int toArc)
    {
        var arriving = ((fromArc & 1) == 0 ? leavingEnd : leavingStart)[fromArc >> 1] + 180;
        var leaving = ((toArc & 1) == 0 ? leavingStart : leavingEnd)[toArc >> 1];
        var turn = (leaving - arriving) % 360;
        return turn > 180 ? turn - 360 : turn <= -180 ? turn + 360 : turn;
    }

    private short Leaving(int from, int to, int step)
    {
        var origin = tables.ShapePoint(from);
        var at = from;
        double east, north;
        do
        {
            at += step;
            var point = tables.ShapePoint(at);
            east = (point.Longitude - origin.Longitude) * Math.Cos(double.DegreesToRadians(origin.Latitude));
            north = point.Latitude - origin.Latitude;
            if (origin.MetersTo(point) >= ReachMeters)
                break;
        }
        while (at != to);
        var degrees = (int)Math.Round(double.RadiansToDegrees(Math.Atan2(east, north)));
        return (short)((degrees + 360) % 360);
    }
}
