using Territory.Model.Calendar;
using Territory.Model.Dispatch;
using Territory.Model.Following;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.Optimizer.Deliveries;

namespace Territory.Optimizer.Following;

/// <summary>One vehicle's day, walked on from where its record ends.</summary>
internal sealed class RouteFollowing
{
    private const int Depot = 0;

    private readonly FollowedDay day;
    private readonly DeliveryRoute route;
    private readonly DeliveryRoads roads;
    private readonly RouteProgress progress;
    private readonly FollowedVehicle? vehicle;
    private readonly TimeOfDay now;
    private readonly List<StopActual> unmatched;
    private readonly List<StopForecast> stops = [];
    private bool isSightingUsed;

    public RouteFollowing(FollowedDay day, DeliveryRoute route)
    {
        this.day = day;
        this.route = route;
        roads = new DeliveryRoads(day.Travel, day.TravelByTime);
        progress = day.Progress.Routes.FirstOrDefault(candidate => candidate.Vehicle == route.Vehicle) ?? new RouteProgress(route.Vehicle, [], [], []);
        vehicle = day.Vehicles.GetValueOrDefault(route.Vehicle);
        now = day.Progress.Now ?? TimeOfDay.Midnight;
        unmatched = [.. progress.Done];
    }

    public RouteForecast Forecast()
    {
        var departed = Math.Min(progress.Departures.Count, route.Trips.Count);
        var returned = Math.Min(progress.Returns.Count, departed);
        var free = TimeOfDay.Midnight;
        for (var trip = 0; trip < route.Trips.Count; trip++)
        {
            free = trip < returned ? Finished(trip)
                : trip < departed ? Drive(trip, progress.Departures[trip], isOnTheWay: true)
                : Drive(trip, Departure(trip, free), isOnTheWay: false);
        }

        var plannedReturn = route.Trips.Count > 0 ? route.Trips[^1].Return : TimeOfDay.Midnight;
        var after = vehicle is { } known && free > known.ShiftEnd ? free - known.ShiftEnd : Duration.Zero;
        return new RouteForecast(route.Vehicle, departed, returned, plannedReturn, free, after, stops);
    }

    /// <summary>A trip that has not left leaves as planned, or as soon as the vehicle is back and loaded, and not before now.</summary>
    private TimeOfDay Departure(int trip, TimeOfDay free)
    {
        var departure = Later(route.Trips[trip].Departure, now);
        if (trip == 0)
            return departure;
        var loading = Later(free, day.DepotHours.Start);
        return Later(departure, loading + day.LoadingTime);
    }

    private TimeOfDay Finished(int trip)
    {
        foreach (var stop in route.Trips[trip].Stops)
            stops.Add(Take(stop) is { } actual ? Happened(trip, stop, actual) : Missed(trip, stop));
        return progress.Returns[trip];
    }

    private TimeOfDay Drive(int trip, TimeOfDay departure, bool isOnTheWay)
    {
        var planned = route.Trips[trip].Stops;
        var made = isOnTheWay ? planned.Select(Take).ToArray() : new StopActual?[planned.Count];
        var (at, left) = (Depot, departure);
        for (var i = 0; i < planned.Count; i++)
        {
            // Where the vehicle stands now is where it was last, whatever the order of the plan.
            if (made[i] is { } actual && (actual.Departure ?? LeavesAt(planned[i], actual)) is var leaves && leaves >= left)
                (at, left) = (PointOf(planned[i]), leaves);
        }

        for (var i = 0; i < planned.Count; i++)
        {
            var stop = planned[i];
            if (made[i] is { } actual)
            {
                stops.Add(Happened(trip, stop, actual));
                continue;
            }

            var arrival = Arrival(at, PointOf(stop), left, stop, isOnTheWay);
            var start = DayForecast.ServiceStart(stop, WindowsOf(stop), arrival);
            (at, left) = (PointOf(stop), start + (stop.Departure - stop.ServiceStart));
            stops.Add(Forecast(trip, stop, StopState.Open, arrival, start, left));
        }

        return Arrival(at, Depot, left, stop: null, isOnTheWay);
    }

    private TimeOfDay Arrival(int from, int to, TimeOfDay left, DeliveryStop? stop, bool isOnTheWay)
    {
        var arrival = roads.Arrival(from, to, left);
        // Only the leg that is being driven can have been seen.
        if (isOnTheWay && !isSightingUsed)
        {
            isSightingUsed = true;
            if (vehicle?.Seen is { } seen && seen.At >= left && seen.Next == stop?.Orders[0] && seen.Ahead.IsReachable(0, 1))
                arrival = seen.Ahead.Arrival(0, 1, seen.At);
        }

        return Later(arrival, now);
    }

    private StopForecast Happened(int trip, DeliveryStop stop, StopActual actual)
    {
        var start = DayForecast.ServiceStart(stop, WindowsOf(stop), actual.Arrival);
        return Forecast(trip, stop, actual.Departure is null ? StopState.There : StopState.Done, actual.Arrival, start, actual.Departure ?? LeavesAt(stop, actual));
    }

    private StopForecast Missed(int trip, DeliveryStop stop) => Forecast(trip, stop, StopState.Unfinished, stop.Arrival, stop.ServiceStart, stop.Departure);

    private StopForecast Forecast(int trip, DeliveryStop stop, StopState state, TimeOfDay arrival, TimeOfDay start, TimeOfDay departure)
    {
        var due = DayForecast.Due(stop, WindowsOf(stop));
        // Who comes in time and waits at a closed door is not late.
        var late = state != StopState.Unfinished && start > due ? start - due : Duration.Zero;
        return new StopForecast(stop.Terminal, stop.Orders, trip, state, stop.Arrival, arrival, start, departure, due, late);
    }

    private TimeOfDay LeavesAt(DeliveryStop stop, StopActual actual) =>
        Later(DayForecast.ServiceStart(stop, WindowsOf(stop), actual.Arrival) + (stop.Departure - stop.ServiceStart), now);

    /// <summary>What happened at a stop: by its orders or, where the record names none of them, by its outlet.</summary>
    private StopActual? Take(DeliveryStop stop)
    {
        var found = unmatched.Find(actual => actual.Orders.Any(stop.Orders.Contains))
            ?? unmatched.Find(actual => actual.Orders.Count == 0 && actual.Terminal == stop.Terminal);
        if (found is not null)
            unmatched.Remove(found);
        return found;
    }

    private int PointOf(DeliveryStop stop) => day.Stops[stop.Terminal].Point;

    private IReadOnlyList<TimeWindow> WindowsOf(DeliveryStop stop) => day.Stops[stop.Terminal].Windows;

    private static TimeOfDay Later(TimeOfDay a, TimeOfDay b) => a > b ? a : b;
}
