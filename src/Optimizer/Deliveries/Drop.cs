using Territory.Model.Calendar;
using Territory.Model.Deliveries;
using Territory.Model.Ids;
using Territory.Model.Quantities;
using Territory.Model.Terminals;
using Territory.Model.Vehicles;
using Territory.Optimizer.Calendars;

namespace Territory.Optimizer.Deliveries;

/// <summary>All that one terminal is due on the day: one stop.</summary>
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
    /// <summary>The drops of a request by terminal id, so that the order of its lists does not matter.</summary>
    public static IReadOnlyList<Drop> Of(DeliveryPlanRequest request)
    {
        var products = request.Products.ToDictionary(product => product.Id);
        var learned = request.LearnedService.ToDictionary(service => service.Terminal);
        var points = request.Terminals.Select((terminal, index) => (terminal.Id, Point: index + 1)).ToDictionary(pair => pair.Id, pair => pair.Point);
        return
        [
            .. request.Orders
                .Where(order => order.DueOn <= request.Date)
                .GroupBy(order => order.Terminal)
                .OrderBy(group => group.Key.Value, StringComparer.Ordinal)
                .Select(group => Of(request, points[group.Key], [.. group.OrderBy(order => order.Id.Value, StringComparer.Ordinal)], products, learned)),
        ];
    }

    private static Drop Of(
        DeliveryPlanRequest request, int point, IReadOnlyList<Model.Orders.Order> orders, Dictionary<ProductId, Model.Products.Product> products,
        Dictionary<TerminalId, LearnedService> learned)
    {
        var terminal = request.Terminals[point - 1];
        var load = default(VehicleCapacity);
        foreach (var line in orders.SelectMany(order => order.Lines))
        {
            var product = products[line.Product];
            load = new VehicleCapacity(
                load.Cases + line.Cases, load.Mass + (product.CaseMass * line.Cases.Count), load.Volume + (product.CaseVolume * line.Cases.Count));
        }

        var open = ServiceHours.Of(terminal, request.Date);
        var windows = terminal.DeliveryWindow is { } window
            ? open.Select(hours => hours.Intersect(window)).Where(hours => !hours.IsEmpty).ToArray()
            : open;
        var rule = new Duration(checked(
            request.Distributor.UnloadingTimePerStop.Seconds + (request.Distributor.UnloadingTimePerCase.Seconds * load.Cases.Count)));
        var service = learned.TryGetValue(terminal.Id, out var known) ? known.Of(rule) : rule;
        return new Drop(terminal, point, [.. orders.Select(order => order.Id)], load, windows, open.Count == 0, service);
    }
}
