using Territory.Model.Geography;
using Territory.Model.Quantities;
using Territory.Model.Travel;
using Territory.Roads.Turns;

namespace Territory.Roads.Routes;

/// <summary>A way along the roads through two or more stops (行驶路线), with the time at which each point is passed.</summary>
public sealed class Route
{
    private readonly GeoPoint[] polyline;

    /// <summary>By point: milliseconds from the start of its leg; a leg's last point is the next leg's first and is stored twice.</summary>
    private readonly long[] reached;

    /// <summary>By point, in the same way: when it is left, later than reached where a turn takes time.</summary>
    private readonly long[] left;

    internal Route(TravelMode mode, GeoPoint[] polyline, long[] reached, long[] left, IReadOnlyList<RouteLeg> legs, IReadOnlyList<LegPath> paths)
    {
        Mode = mode;
        this.polyline = polyline;
        this.reached = reached;
        this.left = left;
        Legs = legs;
        Paths = paths;
        TravelTime = new Duration(legs.Sum(leg => leg.TravelTime.Seconds));
        Length = new Distance(legs.Sum(leg => leg.Length.Meters));
    }

    public TravelMode Mode { get; }

    /// <summary>On the road from the first snapped stop to the last; the stop between two legs appears at the end of one and the start of the next.</summary>
    public IReadOnlyList<GeoPoint> Polyline => polyline;

    public IReadOnlyList<RouteLeg> Legs { get; }

    /// <summary>Sum of the legs' times, without time at stops.</summary>
    public Duration TravelTime { get; }

    public Distance Length { get; }

    /// <summary>By leg: the arcs it travels, for turn lists.</summary>
    internal IReadOnlyList<LegPath> Paths { get; }

    /// <summary>The points of one leg.</summary>
    public IReadOnlyList<GeoPoint> LegPolyline(int leg) => polyline[Legs[leg].FirstPoint..(Legs[leg].LastPoint + 1)];

    /// <summary>Where a vehicle is so many seconds after the leg began; before it at the first point, after it at the last. It waits for a turn at the junction.</summary>
    public GeoPoint PositionAt(int leg, double secondsIntoLeg)
    {
        var (first, last, _, _) = Legs[leg];
        var milliseconds = secondsIntoLeg * 1000;
        if (!(milliseconds > 0))
            return polyline[first];
        if (milliseconds >= reached[last])
            return polyline[last];
        var at = LastReached(first, last, milliseconds);
        if (milliseconds <= left[at])
            return polyline[at];
        var share = (milliseconds - left[at]) / (reached[at + 1] - left[at]);
        var a = polyline[at];
        var b = polyline[at + 1];
        return new GeoPoint(a.Longitude + (share * (b.Longitude - a.Longitude)), a.Latitude + (share * (b.Latitude - a.Latitude)));
    }

    /// <summary>Which way that vehicle faces, in degrees clockwise from north: along the road it drives or, while it waits for a turn, along the one it came by.</summary>
    public int BearingAt(int leg, double secondsIntoLeg)
    {
        var (first, last, _, _) = Legs[leg];
        if (first == last)
            return 0;
        var milliseconds = secondsIntoLeg * 1000;
        var at = milliseconds > 0 ? LastReached(first, last, milliseconds) : first;
        if (at > first && (at == last || milliseconds <= left[at]))
            at--;
        return ArcBearings.Bearing(polyline[at], polyline[at + 1]);
    }

    /// <summary>The last of some points that is reached by then, if the first one is.</summary>
    private int LastReached(int first, int last, double milliseconds)
    {
        while (first < last)
        {
            var middle = (first + last + 1) >>> 1;
            if (reached[middle] <= milliseconds)
                first = middle;
            else
                last = middle - 1;
        }

        return first;
    }
}
