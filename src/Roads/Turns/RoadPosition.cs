using Territory.Model.Travel;
using Territory.Roads.Network;
using Territory.Roads.Search;
using Territory.Roads.Snapping;

namespace Territory.Roads.Turns;

/// <summary>A point on a road in the terms of the search: for each direction of its segment, what lies behind it and what is left of the arc.</summary>
internal readonly struct RoadPosition
{
    private RoadPosition(int segment, ArcPlace along, ArcPlace against)
    {
        Segment = segment;
        Along = along;
        Against = against;
    }

    /// <summary>-1 for a point that no road is near.</summary>
    public int Segment { get; }

    public ArcPlace Along { get; }

    public ArcPlace Against { get; }

    public static RoadPosition None => new(-1, ArcPlace.Closed, ArcPlace.Closed);

    public bool IsOnRoad => Segment >= 0;

    public static RoadPosition Of(RoadTables tables, TurnGraph graph, SnappedPoint? snapped)
    {
        if (snapped is not { } point)
            return None;
        var segment = point.Segment;
        var centimeters = (int)Math.Round(tables.SegmentLengthCentimeters[segment] * point.Fraction);
        return new RoadPosition(
            segment,
            ArcPlace.Of(graph, 2 * segment, point.Fraction, centimeters),
            ArcPlace.Of(graph, (2 * segment) + 1, 1 - point.Fraction, tables.SegmentLengthCentimeters[segment] - centimeters));
    }

    /// <summary>Of a point that is arrived at, in the way that is asked for.</summary>
    public static RoadPosition OfStop(RoadTables tables, TurnGraph graph, SnappedPoint? snapped, StopApproach approach)
    {
        var position = Of(tables, graph, snapped);
        if (approach == StopApproach.EitherSide || snapped is not { Side: not RoadSide.On, Mode: not TravelMode.Foot } stop || !position.Along.IsOpen || !position.Against.IsOpen)
            return position;
        var isAlong = (stop.Side == RoadSide.Left) == tables.DrivesOnLeft;
        return position.OnArc((2 * stop.Segment) + (isAlong ? 0 : 1));
    }

    /// <summary>The same point for one who is known to travel one direction of the segment: the other is closed.</summary>
    public RoadPosition OnArc(int arc) => (arc & 1) == 0 ? new(Segment, Along, ArcPlace.Closed) : new(Segment, ArcPlace.Closed, Against);

    /// <summary>The cost of staying on an arc that both share, or unreached when they share none or the target lies behind.</summary>
    public static PathCost Direct(in RoadPosition source, in RoadPosition target)
    {
        if (source.Segment != target.Segment || !source.IsOnRoad)
            return PathCost.Unreached;
        var along = ArcPlace.Direct(source.Along, target.Along);
        var against = ArcPlace.Direct(source.Against, target.Against);
        return along < against ? along : against;
    }
}
