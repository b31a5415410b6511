using Territory.Model.Calendar;
using Territory.Model.Dispatch;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.Model.Terminals;
using Territory.Model.Vehicles;

namespace Territory.Optimizer.Deliveries;

/// <summary>The facts that a plan is audited by, looked up in the request anew.</summary>
internal sealed class AuditedDay
{
    private readonly Dictionary<OrderId, Order> orders;
    private readonly Dictionary<VehicleId, VehicleFile> vehicles;
    private readonly Dictionary<TerminalId, int> points = [];
    private readonly Dictionary<ProductId, Model.Products.Product> products;
    private readonly HashSet<OrderId> done;
    private readonly Dictionary<VehicleId, RouteProgress> progress;

    public AuditedDay(DeliveryPlanRequest request, DayOverrides overrides, DayProgress progress)
    {
        (Request, Overrides, Now) = (request, overrides, progress.Now);
        orders = request.Orders.ToDictionary(order => order.Id);
        vehicles = request.Vehicles.ToDictionary(vehicle => vehicle.Id);
        products = request.Products.ToDictionary(product => product.Id);
        for (var i = 0; i < request.Terminals.Count; i++)
            points[request.Terminals[i].Id] = i + 1;
        this.progress = progress.Routes.Where(route => route.Departures.Count > 0).ToDictionary(route => route.Vehicle);
        done = [.. this.progress.Values.SelectMany(route => route.Done).SelectMany(stop => stop.Orders)];
        Due = request.Orders.Where(order => order.DueOn <= request.Date).Select(order => order.Id).Concat(done).ToHashSet();
    }

    public DeliveryPlanRequest Request { get; }

    public DayOverrides Overrides { get; }

    public TimeOfDay? Now { get; }

    /// <summary>Orders that the plan must name, once.</summary>
    public IReadOnlySet<OrderId> Due { get; }

    public IEnumerable<VehicleId> Departed => progress.Keys;

    public VehicleFile? Vehicle(VehicleId vehicle) => vehicles.GetValueOrDefault(vehicle);

    public Order? Order(OrderId order) => orders.GetValueOrDefault(order);

    public RouteProgress? Progress(VehicleId vehicle) => progress.GetValueOrDefault(vehicle);

    public bool IsDone(OrderId order) => done.Contains(order);

    public bool IsApart(OrderId order) => Overrides.Apart.Contains(order);

    public bool IsHeld(OrderId order) => Overrides.Held.Any(held => held.Order == order);

    /// <summary>The file and the point in the matrices.</summary>
    public (TerminalFile File, int Point)? Terminal(TerminalId terminal) => points.TryGetValue(terminal, out var point) ? (Request.Terminals[point - 1], point) : null;

    /// <summary>What the orders of a stop come to; as the stop says where an order is no longer known.</summary>
    public VehicleCapacity LoadOf(DeliveryStop stop)
    {
        if (!stop.Orders.All(orders.ContainsKey))
            return stop.Load;
        long cases = 0, grams = 0, millilitres = 0;
        foreach (var line in stop.Orders.SelectMany(order => orders[order].Lines))
        {
            cases += line.Cases.Count;
            grams += products[line.Product].CaseMass.Grams * line.Cases.Count;
            millilitres += products[line.Product].CaseVolume.Millilitres * line.Cases.Count;
        }

        return new VehicleCapacity(new Cases((int)cases), new Mass(grams), new Volume(millilitres));
    }

    /// <summary>When service may start at a stop.</summary>
    public List<TimeWindow> WindowsOf(TerminalFile terminal, IReadOnlyList<OrderId> stop)
    {
        var open = new List<TimeWindow>();
        if (terminal.DaysOff.Includes(Request.Date.DayOfWeek) || terminal.Status is TerminalStatus.Closed or TerminalStatus.Paused)
            return open;
        var periods = terminal.OpeningHours.IsUnknown ? [TimeWindow.WholeDay] : terminal.OpeningHours.On(Request.Date.DayOfWeek).Where(period => period.End >= period.Start).ToArray();
        foreach (var period in periods.OrderBy(period => period.Start).ThenBy(period => period.End))
        {
            var last = open.Count - 1;
            if (last >= 0 && open[last].End >= period.Start)
                open[last] = open[last] with { End = open[last].End > period.End ? open[last].End : period.End };
            else
                open.Add(period);
        }

        if (terminal.DeliveryWindow is { } own)
            open = Within(open, own);
        // A stop that was made is bound by no lock.
        foreach (var held in Overrides.Stops.Where(held => held.Window is not null && stop.Contains(held.Order) && !stop.Any(IsDone)))
        {
            if (Within(open, held.Window!.Value) is { Count: > 0 } kept)
                open = kept;
        }

        return open;
    }

    private static List<TimeWindow> Within(List<TimeWindow> windows, TimeWindow other)
    {
        var kept = new List<TimeWindow>();
        foreach (var window in windows)
        {
            var (start, end) = (window.Start < other.Start ? other.Start : window.Start, window.End > other.End ? other.End : window.End);
            if (start <= end)
                kept.Add(new TimeWindow(start, end));
        }

        return kept;
    }

    public bool HasRoad(int from, int to) => Request.Travel.IsReachable(from, to) && Request.TravelByTime?.IsReachable(from, to) != false;

    /// <summary>Who finds no road is there at once.</summary>
    public TimeOfDay Arrival(int from, int to, TimeOfDay departure) => !HasRoad(from, to) ? departure
        : Request.TravelByTime?.Arrival(from, to, departure) ?? departure + Request.Travel.TimeBetween(from, to);

    public long Meters(int from, int to) => HasRoad(from, to) ? Request.Travel.DistanceBetween(from, to).Meters : 0;
}
