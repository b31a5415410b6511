using Territory.Model.Calendar;
using Territory.Model.Plans;
using Territory.Optimizer.Deliveries;

namespace Territory.Optimizer.Dispatch;

/// <summary>The times of a vehicle's day: as the planner would have them before it has left, from what happened on once it has. One for each thread.</summary>
/// <remarks>
/// Of a trip that is out, the stops made stand as they were. The vehicle then is on its way to its next stop, or at it: it gets there as soon as the road from the last one allows, but not before now. Once it is back the
/// day goes on as any other.
/// </remarks>
internal sealed class RouteTiming(DayModel model)
{
    private readonly DeliveryRoads roads = new(model.Request);
    private readonly DeliveryTimetable timetable = new(model.Request, model.Problem);

    /// <param name="trips">Drops of the model; no trip is empty.</param>
    public TimedRoute Of(int vehicle, IReadOnlyList<IReadOnlyList<int>> trips) =>
        model.Rules.Price(model.Vehicles[vehicle], timetable.Of(vehicle, trips), [.. trips.Select(trip => (IReadOnlyList<Drop>)[.. trip.Select(drop => model.Drops[drop])])], null);

    /// <param name="trips">Drops of the model that are not made yet; first those of the trips that have left, any of which may have none.</param>
    public TimedRoute OfDeparted(int vehicle, DepartedRoute departed, IReadOnlyList<IReadOnlyList<int>> trips)
    {
        var now = model.Now ?? TimeOfDay.Midnight;
        var timed = new List<DeliveryTrip>();
        var drops = new List<IReadOnlyList<Drop>>();
        for (var i = 0; i < departed.Trips.Count; i++)
        {
            Drop[] open = i < trips.Count ? [.. trips[i].Select(drop => model.Drops[drop])] : [];
            timed.Add(Trip(departed.Trips[i], open, timed.LastOrDefault(), now));
            drops.Add([.. departed.Trips[i].Done.Select(stop => stop.Drop), .. open]);
        }

        foreach (var trip in trips.Skip(departed.Trips.Count))
        {
            timed.Add(timetable.Next(timed[^1].Return, now, trip));
            drops.Add([.. trip.Select(drop => model.Drops[drop])]);
        }

        return model.Rules.Price(model.Vehicles[vehicle], DeliveryTimetable.Route(model.Vehicles[vehicle], timed), drops, departed);
    }

    private DeliveryTrip Trip(DepartedTrip departed, Drop[] open, DeliveryTrip? before, TimeOfDay now)
    {
        var trip = new TripBuilder(roads, departed.Departure);
        foreach (var stop in departed.Done)
            trip.Record(stop.Drop, stop.Arrival, stop.Departure ?? DeliveryTimetable.Later(stop.Arrival + stop.Drop.Service, now));
        foreach (var drop in open)
            trip.Serve(drop, now);
        var loadingStart = before is null ? departed.Departure
            : DeliveryTimetable.Later(before.Return, new TimeOfDay(departed.Departure.Seconds - model.Request.Distributor.LoadingTime.Seconds));
        return trip.Back(loadingStart, now, departed.Return);
    }
}
