using Territory.Model.Calendar;
using Territory.Model.Following;
using Territory.Model.Geography;
using Territory.Model.Ids;

namespace Territory.Optimizer.Following;

/// <summary>Notices that one vehicle stands still for long, away from all its stops and the depot, and when it drives on.</summary>
/// <remarks>
/// Algorithm: positions near their own running mean are one stand; two in a row outside it are a move, so that a single wild one is not. When the vehicle drives on the notice is given again,
/// with how long it stood. Complexity: O(1) a position, and O(places) once a stand is long enough. Source: stay points of Li et al., Mining user similarity based on location history (2008).
/// </remarks>
public sealed class LongStopWatch(VehicleId vehicle, LongStopRules rules)
{
    private GeoPoint mean;
    private int count;
    private TimeOfDay since;
    private TrackPoint? outside;
    private FleetNotice? told;

    /// <summary>Takes the next position; gives what it shows.</summary>
    /// <param name="places">Where the vehicle may stand: its stops of the day and the depot.</param>
    public FleetNotice? Take(TrackPoint point, IReadOnlyList<GeoPoint> places)
    {
        if (count == 0)
        {
            Stand(point);
            return null;
        }

        if (mean.MetersTo(point.Location) > rules.WithinMeters)
        {
            if (outside is not { } first)
            {
                outside = point;
                return null;
            }

            var ended = told is null ? null : told with { Lasted = first.At - since };
            Stand(first);
            if (mean.MetersTo(point.Location) <= rules.WithinMeters)
                Add(point.Location);
            else
                Stand(point);
            return ended;
        }

        outside = null;
        Add(point.Location);
        if (told is not null || (point.At - since).Seconds < rules.After.Seconds || places.Any(place => place.MetersTo(mean) <= rules.AwayMeters))
            return null;
        return told = new FleetNotice(NoticeKind.LongStop, vehicle, since, mean);
    }

    private void Stand(TrackPoint point) => (mean, count, since, outside, told) = (point.Location, 1, point.At, null, null);

    private void Add(GeoPoint place)
    {
        count++;
        mean = new GeoPoint(mean.Longitude + ((place.Longitude - mean.Longitude) / count), mean.Latitude + ((place.Latitude - mean.Latitude) / count));
    }
}
