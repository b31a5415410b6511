using Territory.Model.Geography;
using Territory.Model.Quantities;
using Territory.Model.Travel;

namespace Territory.Roads.Routes;

/// <summary>A way along the roads through two or more stops (行驶路线), with the time at which each point is passed.</summary>
public sealed class Route
{
    private readonly GeoPoint[] polyline;

    /// <summary>Milliseconds from the start of the point's leg; a leg's last point is the next leg's first and is stored twice.</summary>
    private readonly long[] millisecondsIntoLeg;

    internal Route(TravelMode mode, GeoPoint[] polyline, long[] millisecondsIntoLeg, IReadOnlyList<RouteLeg> legs, IReadOnlyList<LegPath> paths)
    {
        Mode = mode;
        this.polyline = polyline;
        this.millisecondsIntoLeg = millisecondsIntoLeg;
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

    /// <summary>Where a vehicle is so many seconds after the leg began; before it at the first point, after it at the last.</summary>
    public GeoPoint PositionAt(int leg, double secondsIntoLeg)
    {
        var (first, last, _, _) = Legs[leg];
        var times = millisecondsIntoLeg.AsSpan(first, last - first + 1);
        var milliseconds = secondsIntoLeg * 1000;
        if (!(milliseconds > 0))
            return polyline[first];
        if (milliseconds >= times[^1])
            return polyline[last];
        var low = times.BinarySearch((long)milliseconds);
        if (low < 0)
            low = ~low - 1;
        while (low + 2 < times.Length && times[low + 1] <= milliseconds)
            low++;
        var share = (milliseconds - times[low]) / (times[low + 1] - times[low]);
        var a = polyline[first + low];
        var b = polyline[first + low + 1];
        return new GeoPoint(a.Longitude + (share * (b.Longitude - a.Longitude)), a.Latitude + (share * (b.Latitude - a.Latitude)));
    }
}
