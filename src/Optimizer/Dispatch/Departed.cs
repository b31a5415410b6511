using Territory.Model.Calendar;
using Territory.Model.Dispatch;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Optimizer.Deliveries;

namespace Territory.Optimizer.Dispatch;

/// <summary>What of a day stands already: trips that have left, and the stops made on them.</summary>
/// <remarks>A stop made belongs to the last trip that had left when the vehicle got there.</remarks>
internal sealed class Departed
{
    private readonly Dictionary<VehicleId, DepartedRoute> routes = [];

    /// <param name="plan">Says what the stops made carried, as their orders may be no longer open.</param>
    /// <exception cref="ArgumentException">The file of a terminal where a stop was made is not in the request.</exception>
    public Departed(DeliveryPlanRequest request, DayProgress progress, DeliveryPlan plan)
    {
        if (progress.Routes.All(route => route.Departures.Count == 0))
            return;
        var points = Drop.PointsOf(request);
        var products = request.Products.ToDictionary(product => product.Id);
        var orders = request.Orders.ToDictionary(order => order.Id);
        var stopOf = new Dictionary<OrderId, DeliveryStop>();
        foreach (var stop in plan.Routes.SelectMany(route => route.Trips).SelectMany(trip => trip.Stops))
        {
            foreach (var order in stop.Orders)
                stopOf[order] = stop;
        }

        Drop ToDrop(StopActual actual)
        {
            if (!points.TryGetValue(actual.Terminal, out var point))
                throw new ArgumentException($"The request needs the file of terminal {actual.Terminal}, where a stop was made.", nameof(request));
            var planned = actual.Orders.Select(order => stopOf.GetValueOrDefault(order)).FirstOrDefault(stop => stop is not null);
            OrderId[] carried = [.. (planned?.Orders ?? []).Concat(actual.Orders).Distinct().OrderBy(order => order.Value, StringComparer.Ordinal)];
            var load = planned?.Load ?? Drop.LoadOf(actual.Orders.Where(orders.ContainsKey).Select(order => orders[order]), products);
            var terminal = request.Terminals[point - 1];
            var windows = Drop.WindowsOf(terminal, request.Date);
            return new Drop(terminal, point, carried, load, windows, windows.Count == 0, Drop.ServiceOf(request, load));
        }

        foreach (var route in progress.Routes.Where(route => route.Departures.Count > 0))
        {
            var trips = route.Departures.Select(departure => new DepartedTrip(departure, null, [])).ToArray();
            for (var i = 0; i < trips.Length; i++)
            {
                // Whoever has left again has been back.
                if (i < route.Returns.Count)
                    trips[i] = trips[i] with { Return = route.Returns[i] };
                else if (i + 1 < trips.Length)
                    trips[i] = trips[i] with { Return = route.Departures[i + 1] };
            }

            foreach (var actual in route.Done.Where(actual => actual.Orders.Count > 0))
            {
                var trip = Math.Max(0, route.Departures.Count(departure => departure <= actual.Arrival) - 1);
                trips[trip].Done.Add(new DoneStop(ToDrop(actual), actual.Arrival, actual.Departure));
            }

            routes[route.Vehicle] = new DepartedRoute(trips);
        }

        Orders = routes.Values.SelectMany(route => route.Trips).SelectMany(trip => trip.Done).SelectMany(stop => stop.Drop.Orders).ToHashSet();
    }

    /// <summary>The orders of the stops made.</summary>
    public IReadOnlySet<OrderId> Orders { get; } = new HashSet<OrderId>();

    public IEnumerable<VehicleId> Vehicles => routes.Keys;

    public DepartedRoute? Of(VehicleId vehicle) => routes.GetValueOrDefault(vehicle);
}

/// <summary>The trips of a vehicle that have left.</summary>
internal sealed record DepartedRoute(IReadOnlyList<DepartedTrip> Trips)
{
    /// <summary>Whether stops may still be made on a trip that has left.</summary>
    public bool IsOnTheRoad(int trip) => trip < Trips.Count && Trips[trip].Return is null;
}

/// <param name="Return">When it came back; null while it is out.</param>
internal sealed record DepartedTrip(TimeOfDay Departure, TimeOfDay? Return, List<DoneStop> Done);

/// <param name="Departure">Null while the vehicle is there.</param>
internal sealed record DoneStop(Drop Drop, TimeOfDay Arrival, TimeOfDay? Departure);
