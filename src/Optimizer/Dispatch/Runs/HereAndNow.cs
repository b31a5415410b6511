using Territory.Model.Plans;
using Territory.Optimizer.Deliveries;

namespace Territory.Optimizer.Dispatch.Runs;

/// <summary>Where a vehicle that has left is free to go on from, and what its day has come to by then.</summary>
/// <param name="Point">Its last stop; the depot when nothing is on board.</param>
/// <param name="Time">When it leaves the stop, or is back.</param>
/// <param name="Start">When its day began.</param>
/// <param name="Meters">How far it has driven.</param>
internal sealed record HereAndNow(int Point, int Time, int Start, int Meters)
{
    /// <param name="gone">The route with the stops made alone.</param>
    /// <param name="hasOnBoard">Whether stops of the trip that is out are still to be made.</param>
    public static HereAndNow Of(DeliveryRoute gone, bool hasOnBoard, DayModel model, DepartedRoute departed)
    {
        var (start, meters) = (gone.Trips[0].Departure.Seconds, (int)gone.Distance.Meters);
        var last = gone.Trips[^1];
        if (!hasOnBoard)
            return new HereAndNow(0, last.Return.Seconds, start, meters);
        if (last.Stops.Count == 0)
            return new HereAndNow(0, last.Departure.Seconds, start, meters);
        var point = departed.Trips[^1].Done[^1].Drop.Point;
        var roads = new DeliveryRoads(model.Request);
        var back = roads.IsReachable(point, 0) ? (int)roads.DistanceBetween(point, 0).Meters : 0;
        return new HereAndNow(point, last.Stops[^1].Departure.Seconds, start, meters - back);
    }
}
