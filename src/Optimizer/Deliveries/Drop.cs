using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.Model.Quantities;
using Territory.Model.Terminals;
using Territory.Model.Vehicles;
using Territory.Optimizer.Calendars;

namespace Territory.Optimizer.Deliveries;

/// <summary>One stop: all that a terminal is due on the day, or an order of it that is kept apart.</summary>
/// <param name="Point">Its point in the travel matrix.</param>
/// <param name="Windows">When service may start, in order; empty when the terminal cannot receive that day.</param>
/// <param name="IsClosed">Whether it is closed all day, whatever its delivery window.</param>
internal sealed record Drop(
    TerminalFile Terminal,
    int Point,
    IReadOnlyList<OrderId> Orders,
    VehicleCapacity Load,
    IReadOnlyList<TimeWindow> Windows,
    bool IsClosed,
    Duration Service)
{
    /// <summary>The order by which people and drafts name the stop.</summary>
    public OrderId First => Orders[0];

    /// <summary>How many days ago the oldest of its orders was due; none where all are due today.</summary>
    public int DaysOverdue { get; init; }

    /// <summary>The drops of a request by terminal id, so that the order of its lists does not matter.</summary>
    /// <param name="apart">Orders that are stops of their own.</param>
    /// <param name="without">Orders that are none of the day's stops any more.</param>
    public static IReadOnlyList<Drop> Of(DeliveryPlanRequest request, IReadOnlyList<OrderId>? apart = null, IReadOnlySet<OrderId>? without = null)
    {
        var products = request.Products.ToDictionary(product => product.Id);
        var points = PointsOf(request);
        var alone = apart is { Count: > 0 } ? apart.ToHashSet() : [];
        return
        [
            .. request.Orders
                .Where(order => order.DueOn <= request.Date && without?.Contains(order.Id) != true)
                .GroupBy(order => (order.Terminal, Alone: alone.Contains(order.Id) ? order.Id : default(OrderId?)))
                .Select(group => Of(request, points[group.Key.Terminal], [.. group.OrderBy(order => order.Id.Value, StringComparer.Ordinal)], products))
                .OrderBy(drop => drop.Terminal.Id.Value, StringComparer.Ordinal)
                .ThenBy(drop => drop.First.Value, StringComparer.Ordinal),
        ];
    }

    /// <summary>The point of each terminal in the travel matrix.</summary>
    public static Dictionary<TerminalId, int> PointsOf(DeliveryPlanRequest request) =>
        request.Terminals.Select((terminal, index) => (terminal.Id, Point: index + 1)).ToDictionary(pair => pair.Id, pair => pair.Point);

    /// <summary>When service may start at a terminal on a date; none where it cannot receive.</summary>
    public static IReadOnlyList<TimeWindow> WindowsOf(TerminalFile terminal, DateOnly date)
    {
        var open = ServiceHours.Of(terminal, date);
        return terminal.DeliveryWindow is { } window ? [.. open.Select(hours => hours.Intersect(window)).Where(hours => !hours.IsEmpty)] : open;
    }

    /// <summary>What orders weigh and take up together.</summary>
    public static VehicleCapacity LoadOf(IEnumerable<Model.Orders.Order> orders, Dictionary<ProductId, Model.Products.Product> products)
    {
        var load = default(VehicleCapacity);
        foreach (var line in orders.SelectMany(order => order.Lines))
        {
            var product = products[line.Product];
            load = new VehicleCapacity(
                load.Cases + line.Cases, load.Mass + (product.CaseMass * line.Cases.Count), load.Volume + (product.CaseVolume * line.Cases.Count));
        }

        return load;
    }

    /// <summary>How long unloading takes.</summary>
    public static Duration ServiceOf(DeliveryPlanRequest request, VehicleCapacity load) => new(checked(
        request.Distributor.UnloadingTimePerStop.Seconds + (request.Distributor.UnloadingTimePerCase.Seconds * load.Cases.Count)));

    private static Drop Of(
        DeliveryPlanRequest request, int point, IReadOnlyList<Model.Orders.Order> orders, Dictionary<ProductId, Model.Products.Product> products)
    {
        var terminal = request.Terminals[point - 1];
        var load = LoadOf(orders, products);
        var isClosed = ServiceHours.Of(terminal, request.Date).Count == 0;
        return new Drop(terminal, point, [.. orders.Select(order => order.Id)], load, WindowsOf(terminal, request.Date), isClosed, ServiceOf(request, load))
        {
            DaysOverdue = orders.Max(order => request.Date.DayNumber - order.DueOn.DayNumber),
        };
    }
}
