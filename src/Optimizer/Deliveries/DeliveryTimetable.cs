using Territory.Model.Calendar;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.Model.Vehicles;
using Territory.Optimizer.Evaluation;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Deliveries;

/// <summary>Turns a route of the search into a vehicle's day with exact times.</summary>
/// <remarks>
/// The vehicle is loaded for its first trip before the shift, so that trip's loading start is its departure. It leaves at the earliest time from which the day
/// takes least; later trips leave as soon as they are loaded and any waiting is at the stop.
/// </remarks>
internal sealed class DeliveryTimetable(DeliveryPlanRequest request, DeliveryProblem problem)
{
    private readonly DeliveryRoads roads = new(request);

    public DeliveryRoute Of(SolutionRoute route)
    {
        var vehicle = problem.Vehicles[route.VehicleType];
        var start = new TimeOfDay((int)(problem.Data.IsRich ? Leaving(route) : Start(route)));
        var trips = Trips(route, start);
        var distance = new Distance(trips.Sum(trip => trip.Distance.Meters));
        var working = trips[^1].Return - start;
        return new DeliveryRoute(vehicle.Id, trips, distance, working, DeliveryCost.Of(vehicle, distance, working));
    }

    private List<DeliveryTrip> Trips(SolutionRoute route, TimeOfDay start)
    {
        var now = start;
        var trips = new List<DeliveryTrip>();
        foreach (var (clients, windows) in route.Trips.Zip(route.Windows))
        {
            var loadingStart = now;
            if (trips.Count > 0)
            {
                var opens = request.Distributor.DepotHours.Start;
                loadingStart = now > opens ? now : opens;
                now = loadingStart + request.Distributor.LoadingTime;
            }

            var trip = Trip(loadingStart, now, clients, windows);
            trips.Add(trip);
            now = trip.Return;
        }

        return trips;
    }

    private DeliveryTrip Trip(TimeOfDay loadingStart, TimeOfDay departure, IReadOnlyList<int> clients, IReadOnlyList<int> windows)
    {
        var now = departure;
        var at = 0;
        var load = default(VehicleCapacity);
        var driving = Duration.Zero;
        var distance = Distance.Zero;
        var stops = new List<DeliveryStop>();
        for (var i = 0; i < clients.Count; i++)
        {
            var drop = problem.Drops[clients[i]];
            var window = drop.Windows[windows[i]];
            var arrival = roads.Arrival(at, drop.Point, now);
            var travel = arrival - now;
            var leg = roads.DistanceBetween(at, drop.Point);
            var service = arrival > window.Start ? arrival : window.Start;
            now = service + drop.Service;
            stops.Add(new DeliveryStop(drop.Terminal.Id, drop.Orders, drop.Load, window, arrival, service, now, travel, leg));
            load = DropDiagnosis.Sum(load, drop.Load);
            driving += travel;
            distance += leg;
            at = drop.Point;
        }

        var back = roads.Arrival(at, 0, now);
        driving += back - now;
        distance += roads.DistanceBetween(at, 0);
        return new DeliveryTrip(loadingStart, departure, back, load, distance, driving, stops);
    }

    /// <summary>The earliest start from which the day's duration is least, on roads that take as long at any hour.</summary>
    private long Start(SolutionRoute route)
    {
        var type = problem.Data.VehicleTypes[route.VehicleType];
        var segment = new TimeWindowSegment(0, 0, type.Start.Early, type.Start.Late);
        var at = 0;
        for (var trip = 0; trip < route.Trips.Count; trip++)
        {
            if (trip > 0)
            {
                var hours = problem.Data.Depots[0].Reloading;
                var reload = new TimeWindowSegment(type.ReloadDuration, 0, hours.Early, hours.Late);
                segment = TimeWindowSegment.Merge(segment, problem.Data.DurationBetween(at, 0), reload);
                at = 0;
            }

            for (var i = 0; i < route.Trips[trip].Count; i++)
            {
                var client = problem.Data.Clients[route.Trips[trip][i]];
                var window = client.Windows[route.Windows[trip][i]];
                var location = problem.Data.DepotCount + route.Trips[trip][i];
                var stop = new TimeWindowSegment(client.ServiceDuration, 0, window.Early, window.Late);
                segment = TimeWindowSegment.Merge(segment, problem.Data.DurationBetween(at, location), stop);
                at = location;
            }
        }

        return segment.Early;
    }

    /// <summary>The departure of the cheapest day, put off as long as the vehicle is back no later; days that cost nothing are kept short that way.</summary>
    private long Leaving(SolutionRoute route)
    {
        var start = new PlanEvaluator(problem.Data).Evaluate(PlanRoute.Of(route)).Figures.Start;
        var (low, high) = (start, Math.Max(start, problem.Data.VehicleTypes[route.VehicleType].Start.Late));
        var back = ReturnInTime(route, start);
        while (low < high)
        {
            var middle = low + ((high - low + 1) / 2);
            if (ReturnInTime(route, middle) == back)
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }

    /// <summary>The return of who starts then, or none where a stop or the depot is reached too late.</summary>
    private TimeOfDay? ReturnInTime(SolutionRoute route, long start)
    {
        var trips = Trips(route, new TimeOfDay((int)start));
        var isInTime = trips.SelectMany(trip => trip.Stops).All(stop => stop.Window.Contains(stop.ServiceStart)) && trips.Skip(1).All(trip => trip.Departure <= request.Distributor.DepotHours.End);
        return isInTime ? trips[^1].Return : null;
    }
}
