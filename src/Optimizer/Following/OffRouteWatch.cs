using Territory.Model.Calendar;
using Territory.Model.Following;
using Territory.Model.Geography;
using Territory.Model.Ids;

namespace Territory.Optimizer.Following;

/// <summary>Notices that one vehicle drives far from the roads of its planned trip for a while, and when it is back.</summary>
/// <remarks>Two thresholds as in <see cref="GeofenceWatch"/>. When the vehicle is back the notice is given again, with how long it lasted.</remarks>
public sealed class OffRouteWatch(VehicleId vehicle, OffRouteRules rules)
{
    private TimeOfDay? since;
    private GeoPoint where;
    private double farthest;
    private TimeOfDay? backSince;
    private bool isTold;

    /// <summary>Takes the next position; gives what it shows.</summary>
    /// <param name="trip">The roads of the trip; null: the vehicle has none now, and cannot be off it.</param>
    public FleetNotice? Take(TrackPoint point, RouteCorridor? trip)
    {
        if (trip is null)
            return End(point.At);
        var meters = trip.MetersFrom(point.Location);
        if (since is null)
        {
            if (meters > rules.BeyondMeters)
                (since, where, farthest, backSince, isTold) = (point.At, point.Location, meters, null, false);
            return null;
        }

        if (meters <= (isTold ? rules.BackWithinMeters : rules.BeyondMeters))
        {
            // One position may be wild. Until it is told two in a row within the limit are enough to forget it; what was told ends when the vehicle stays near.
            if (backSince is null)
                backSince = point.At;
            else if (!isTold || (point.At - backSince.Value).Seconds >= rules.BackAfter.Seconds)
                return End(backSince.Value);
            return null;
        }

        backSince = null;
        farthest = Math.Max(farthest, meters);
        if (isTold || (point.At - since.Value).Seconds < rules.After.Seconds)
            return null;
        isTold = true;
        return Notice(null);
    }

    private FleetNotice? End(TimeOfDay at)
    {
        var notice = isTold && since is { } began ? Notice(at) with { Lasted = at - began } : null;
        (since, backSince, isTold) = (null, null, false);
        return notice;
    }

    private FleetNotice Notice(TimeOfDay? until) => new(
        NoticeKind.OffRoute, vehicle, since!.Value, where, Lasted: until - since, Meters: (int)Math.Round(farthest));
}
