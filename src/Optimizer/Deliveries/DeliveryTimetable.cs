using Territory.Model.Calendar;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.Model.Vehicles;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Deliveries;

/// <summary>Turns a route of the search into a vehicle's day with exact times.</summary>
/// <remarks>
/// The vehicle is loaded for its first trip before the shift, so that trip's loading start is its departure. It leaves at the earliest time from which the day
/// takes least; later trips leave as soon as they are loaded and any waiting is at the stop.
/// </remarks>
internal sealed class DeliveryTimetable(DeliveryPlanRequest request, DeliveryProblem problem)
{
    public DeliveryRoute Of(SolutionRoute route)
    {
        var vehicle = problem.Vehicles[route.VehicleType];
        var start = new TimeOfDay((int)Start(route));
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

        var distance = new Distance(trips.Sum(trip => trip.Distance.Meters));
        var working = now - start;
        return new DeliveryRoute(vehicle.Id, trips, distance, working, DeliveryCost.Of(vehicle, distance, working));
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
            var travel = request.Travel.TimeBetween(at, drop.Point);
            var leg = request.Travel.DistanceBetween(at, drop.Point);
            var arrival = now + travel;
            var service = arrival > window.Start ? arrival : window.Start;
            now = service + drop.Service;
            stops.Add(new DeliveryStop(drop.Terminal.Id, drop.Orders, drop.Load, window, arrival, service, now, travel, leg));
            load = DropDiagnosis.Sum(load, drop.Load);
            driving += travel;
            distance += leg;
            at = drop.Point;
        }

        driving += request.Travel.TimeBetween(at, 0);
        distance += request.Travel.DistanceBetween(at, 0);
        return new DeliveryTrip(loadingStart, departure, now + request.Travel.TimeBetween(at, 0), load, distance, driving, stops);
    }

    /// <summary>The earliest start from which the day's duration is least.</summary>
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
}
