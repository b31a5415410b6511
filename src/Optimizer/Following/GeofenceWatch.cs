using Territory.Model.Calendar;
using Territory.Model.Following;
using Territory.Model.Geography;
using Territory.Model.Ids;

namespace Territory.Optimizer.Following;

/// <summary>Notices that one vehicle reaches and leaves its next stops, from its positions alone.</summary>
/// <remarks>
/// Algorithm: a state machine with hysteresis. Within the inner circle of a stop the vehicle is a candidate for it, of several the first in the order of its plan; it stays one until it is beyond
/// the outer circle, and has arrived when that has lasted. It has left when it has been beyond the outer circle for a while, so a single wild position counts for nothing. Both are dated to
/// when they began. Complexity: O(stops watched) a position. Source: the two thresholds of a Schmitt trigger (A thermionic trigger, 1938).
/// </remarks>
public sealed class GeofenceWatch(VehicleId vehicle, GeofenceRules rules)
{
    private WatchedStop? place;
    private TimeOfDay enteredAt;
    private TimeOfDay? outsideSince;
    private GeoPoint outsideAt;

    /// <summary>The stop that the vehicle is at; null on the way.</summary>
    public TerminalId? At { get; private set; }

    /// <summary>When it got to <see cref="At"/>.</summary>
    public TimeOfDay ArrivedAt => enteredAt;

    /// <summary>Takes the next position; gives what it shows.</summary>
    /// <param name="next">The stops not made yet, in the order of the plan.</param>
    public FleetNotice? Take(TrackPoint point, IReadOnlyList<WatchedStop> next)
    {
        if (place is not { } here)
            return Enter(point, next);
        var meters = here.Location.MetersTo(point.Location);
        if (meters > rules.LeavesBeyondMeters)
            return Outside(point, here, next);
        outsideSince = null;
        // Who crawls past is between the circles by the time that would count.
        if (At is not null || meters > rules.ArrivesWithinMeters || (point.At - enteredAt).Seconds < rules.ArrivesAfter.Seconds)
            return null;
        At = here.Terminal;
        return new FleetNotice(NoticeKind.Arrived, vehicle, enteredAt, here.Location, here.Terminal);
    }

    private FleetNotice? Enter(TrackPoint point, IReadOnlyList<WatchedStop> next)
    {
        foreach (var stop in next)
        {
            if (stop.Location.MetersTo(point.Location) > rules.ArrivesWithinMeters)
                continue;
            (place, enteredAt, outsideSince) = (stop, point.At, null);
            break;
        }

        return null;
    }

    private FleetNotice? Outside(TrackPoint point, WatchedStop here, IReadOnlyList<WatchedStop> next)
    {
        if (outsideSince is null)
            (outsideSince, outsideAt) = (point.At, point.Location);
        if ((point.At - outsideSince.Value).Seconds < rules.LeavesAfter.Seconds)
            return null;
        var left = At is null
            ? null
            : new FleetNotice(NoticeKind.Left, vehicle, outsideSince.Value, outsideAt, here.Terminal, outsideSince.Value - enteredAt);
        (place, At, outsideSince) = (null, null, null);
        // What it has left it may not reach again at once; the position may be the first within another stop's circle.
        Enter(point, [.. next.Where(stop => stop.Terminal != here.Terminal)]);
        return left;
    }
}
