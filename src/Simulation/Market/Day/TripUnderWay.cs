using Territory.Model.Deliveries;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Plans;
using Territory.Model.Quantities;

namespace Territory.Simulation.Market.Day;

/// <summary>A trip with what was loaded and how far it has got. A plan that changes after departure no longer changes it.</summary>
internal sealed class TripUnderWay
{
    private readonly List<DeliveryStop> stops;
    private readonly Dictionary<OrderId, Order> loaded;
    private readonly HashSet<OrderId> delivered = [];
    private int next;

    private TripUnderWay(DeliveryTrip planned, List<DeliveryStop> stops, IEnumerable<Order> loaded, Waypoint depot)
    {
        this.stops = stops;
        this.loaded = loaded.ToDictionary(order => order.Id);
        Planned = planned;
        Place = depot;
    }

    public DeliveryTrip Planned { get; }

    /// <summary>Where the vehicle last was at rest.</summary>
    public Waypoint Place { get; private set; }

    public int StopsDone { get; private set; }

    public StopUnderWay? Serving { get; set; }

    /// <summary>The last stop done.</summary>
    public StopUnderWay? LastDone { get; private set; }

    public IReadOnlyList<OrderId> Orders => [.. stops.SelectMany(stop => stop.Orders).Where(loaded.ContainsKey)];

    public DeliveryStop? NextStop => next < stops.Count ? stops[next] : null;

    public IEnumerable<DeliveryStop> Remaining => stops.Skip(next);

    /// <summary>Whether the plan's own travel time of the next stop starts where the vehicle is.</summary>
    public bool NextLegIsPlanned
    {
        get
        {
            var index = IndexInPlan(stops[next]);
            return index == 0 ? Place.Terminal is null : index > 0 && Place.Terminal == Planned.Stops[index - 1].Terminal;
        }
    }

    public bool ReturnLegIsPlanned =>
        Planned.Stops.Count > 0 && Place.Terminal == Planned.Stops[^1].Terminal && Planned.Return >= Planned.Stops[^1].Departure;

    public Duration PlannedReturn => Planned.Return - Planned.Stops[^1].Departure;

    /// <summary>The first trip of the route with something left to load; null when there is none.</summary>
    public static TripUnderWay? Next(DayContext day, DeliveryRoute? route, HashSet<OrderId> loadedToday, Waypoint depot)
    {
        foreach (var trip in route?.Trips ?? [])
        {
            var orders = LoadFor(day, trip).Where(order => !loadedToday.Contains(order.Id)).ToList();
            if (orders.Count > 0)
                return new TripUnderWay(trip, StopsWith(trip, orders), orders, depot);
        }

        return null;
    }

    /// <summary>The trip that was loaded with <paramref name="progress"/>' orders; one that the plan no longer names comes back undelivered.</summary>
    public static TripUnderWay Resume(DayContext day, DeliveryRoute? route, TripProgress progress, Waypoint depot)
    {
        var planned = route?.Trips.FirstOrDefault(trip => trip.Stops.Any(stop => stop.Orders.Any(progress.Orders.Contains)))
            ?? new DeliveryTrip(progress.Departed, progress.Departed, progress.Departed, default, Distance.Zero, Duration.Zero, []);
        var orders = progress.Orders.Select(day.Find).OfType<Order>().ToList();
        var resumed = new TripUnderWay(planned, StopsWith(planned, orders), orders, depot);
        foreach (var done in progress.Stops)
        {
            while (resumed.NextStop is { } stop && stop.Terminal != done.Terminal)
                resumed.Skip();
            var place = new Waypoint(day.Setup[done.Terminal].Location, done.Terminal);
            if (resumed.NextStop is { } reached)
                resumed.Finish(new StopUnderWay(reached, place, default, default, done.Departure, done.Reason));
        }

        return resumed;
    }

    /// <summary>The loaded orders of a stop.</summary>
    public IEnumerable<Order> OrdersOf(DeliveryStop stop) => stop.Orders.Where(loaded.ContainsKey).Select(order => loaded[order]);

    public void Skip() => next++;

    public void Finish(StopUnderWay stop)
    {
        if (stop.Refusal == RefusalReason.None)
            delivered.UnionWith(OrdersOf(stop.Planned).Select(order => order.Id));
        Place = stop.Place;
        LastDone = stop;
        Serving = null;
        StopsDone++;
        next++;
    }

    /// <summary>Goods still on the vehicle, by product in the order of their ids.</summary>
    public IReadOnlyList<OrderLine> Unloaded() => [.. loaded.Values
        .Where(order => !delivered.Contains(order.Id))
        .SelectMany(order => order.Lines)
        .GroupBy(line => line.Product)
        .OrderBy(group => group.Key.Value, StringComparer.Ordinal)
        .Select(group => new OrderLine(group.Key, new Cases(group.Sum(line => line.Cases.Count))))];

    private static IEnumerable<Order> LoadFor(DayContext day, DeliveryTrip trip) => trip.Stops
        .Where(stop => day.Setup.IndexOf(stop.Terminal) >= 0)
        .SelectMany(stop => stop.Orders)
        .Select(day.Find)
        .OfType<Order>();

    private static List<DeliveryStop> StopsWith(DeliveryTrip trip, List<Order> orders)
    {
        var ids = orders.Select(order => order.Id).ToHashSet();
        return [.. trip.Stops.Where(stop => stop.Orders.Any(ids.Contains))];
    }

    private int IndexInPlan(DeliveryStop stop)
    {
        for (var index = 0; index < Planned.Stops.Count; index++)
        {
            if (ReferenceEquals(Planned.Stops[index], stop))
                return index;
        }

        return -1;
    }
}
