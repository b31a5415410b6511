using System.Globalization;
using Territory.Contracts;
using Territory.Contracts.Distributors;
using Territory.Contracts.Vehicles;
using Territory.Dashboard.Clock;
using Territory.Dashboard.People;
using Territory.Model.DispatchOrders;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Quantities;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Field;

/// <summary>Turns what a driver reports of a trip into the movements of vehicle and goods: which goods, the dispatch order says.</summary>
/// <remarks>Further commands have ids that follow from the driver's, so that a report sent again moves nothing twice.</remarks>
internal sealed class TripReports(DispatchOrderQuery orders, RegionQueries regions, RegionClocks clocks, IGrainFactory grains)
{
    /// <summary>How old a queued report may be.</summary>
    private static readonly TimeSpan OldestQueued = TimeSpan.FromDays(7);

    private static readonly CommandResult NotADriver = CommandResult.Refused("person.not-a-driver");
    private static readonly CommandResult NoSheet = CommandResult.Refused("trip.no-sheet");
    private static readonly CommandResult TooLongAgo = CommandResult.Refused("trip.too-long-ago");

    public async Task<CommandResult> DepartAsync(PersonFacts driver, int trip, DepartRequest request, CancellationToken cancellationToken)
    {
        if (await ContextAsync(driver, request.CommandId, request.At, cancellationToken) is not var (header, date, happened))
            return NotADriver;
        if (header is null)
            return TooLongAgo;
        if (date != happened)
            return CommandResult.Refused("trip.other-day", ("day", date.ToString("O", CultureInfo.InvariantCulture)));
        if (await FindAsync(driver, date, cancellationToken) is not { } order)
            return NoSheet;
        if (trip < 0 || trip >= order.Route.Trips.Count)
            return CommandResult.Refused("trip.number", ("trip", trip.ToString(CultureInfo.InvariantCulture)));

        // The vehicle says whether it may leave; only then do the goods leave the books.
        var carried = order.Route.Trips[trip].Stops.SelectMany(stop => stop.Orders).ToList();
        var left = await grains.GetGrain<IVehicleGrain>(order.Vehicle.Value).DepartTrip(new DepartTrip(header, order.Plan, trip, date, carried, order.Version), cancellationToken);
        var load = Sum(order.Goods.Where(goods => goods.Orders.Any(carried.Contains)).SelectMany(goods => goods.Lines));
        if (!left.Accepted || load.Count == 0)
            return left;
        var shipped = await Depot(order).ShipGoods(new ShipGoods(Further(header, 1), order.Vehicle, order.Plan, trip, load), cancellationToken);
        if (shipped.RefusalCode != "goods.not-in-stock")
            return shipped.Accepted ? left : shipped;
        // The goods are on the vehicle, whatever the books say; they are put right by what is missing in them.
        await CountInAsync(order, load, Further(header, 2), cancellationToken);
        shipped = await Depot(order).ShipGoods(new ShipGoods(Further(header, 1), order.Vehicle, order.Plan, trip, load), cancellationToken);
        return shipped.Accepted ? left : shipped;
    }

    public async Task<CommandResult> ReturnAsync(PersonFacts driver, int trip, ReturnRequest request, CancellationToken cancellationToken)
    {
        if (await ContextAsync(driver, request.CommandId, request.At, cancellationToken) is not var (header, date, _))
            return NotADriver;
        if (header is null)
            return TooLongAgo;
        if (await FindAsync(driver, date, cancellationToken) is not { } order)
            return NoSheet;
        if (trip < 0 || trip >= order.Route.Trips.Count)
            return CommandResult.Refused("trip.number", ("trip", trip.ToString(CultureInfo.InvariantCulture)));

        // Asked first: goods that the depot would not take must not keep a trip open that has come back.
        if (request.Returned is { } named && await FindUnknownAsync(driver, date, named, cancellationToken) is { } unknown)
            return CommandResult.Refused("product.unknown", ("product", unknown.Value));
        var driven = request.Driven ?? order.Route.Trips[trip].Distance;
        var back = await grains.GetGrain<IVehicleGrain>(order.Vehicle.Value).ReturnTrip(new ReturnTrip(header, order.Plan, trip, date, driven), cancellationToken);
        if (!back.Accepted)
            return back;
        var goods = request.Returned is { } stated ? Sum(stated) : await orders.OnBoardAsync(order.Vehicle, date, trip, cancellationToken);
        if (goods.Count == 0)
            return back;
        var returned = await Depot(order).ReturnGoods(new ReturnGoods(Further(header, 1), order.Vehicle, order.Plan, trip, goods), cancellationToken);
        return returned.Accepted ? back : returned;
    }

    /// <summary>The report's header, the day whose order it is about and the day on which it happened; no header when it is too old.</summary>
    private async Task<(CommandHeader? Header, DateOnly Date, DateOnly Happened)?> ContextAsync(PersonFacts driver, CommandId id, DateTimeOffset? at, CancellationToken cancellationToken)
    {
        if (driver is not { Region: { } region, Vehicle: not null } || await clocks.FindAsync(region, cancellationToken) is not { } time)
            return null;
        // A phone's clock may be ahead; nothing has happened that is still to come.
        var moment = at is { } stated && stated < time.Now ? stated : time.Now;
        if (moment < time.Now - OldestQueued)
            return (null, default, default);
        var happened = time.Region.ToLocal(moment).Date;
        return (new CommandHeader(id, driver.User, moment), driver.Day ?? happened, happened);
    }

    private async Task<DispatchOrder?> FindAsync(PersonFacts driver, DateOnly date, CancellationToken cancellationToken) =>
        (await orders.FindAsync(ScopeOf(driver, date), driver.Vehicle!.Value, date, cancellationToken))?.Order;

    private async Task<ProductId?> FindUnknownAsync(PersonFacts driver, DateOnly date, IReadOnlyList<OrderLine> lines, CancellationToken cancellationToken)
    {
        var known = (await regions.FindAsync(ScopeOf(driver, date), cancellationToken))?.Products.Select(product => product.Id).ToHashSet() ?? [];
        var unknown = lines.Where(line => !known.Contains(line.Product)).ToList();
        return unknown.Count > 0 ? unknown[0].Product : null;
    }

    private static ReadScope ScopeOf(PersonFacts driver, DateOnly date) => ReadScope.OfVehicle(driver.Region!.Value, driver.Vehicle!.Value, new DayRange(date, date));

    private async Task CountInAsync(DispatchOrder order, IReadOnlyList<OrderLine> load, CommandHeader header, CancellationToken cancellationToken)
    {
        if (await Depot(order).GetSnapshot(cancellationToken) is not { } depot)
            return;
        var stock = depot.Stock.ToDictionary(line => line.Product, line => line.Cases);
        OrderLine[] missing =
            [.. load.Select(line => new OrderLine(line.Product, line.Cases - stock.GetValueOrDefault(line.Product))).Where(line => line.Cases > Cases.Zero)];
        if (missing.Length > 0)
            await Depot(order).ReceiveGoods(new ReceiveGoods(header, missing, "stock-correction"), cancellationToken);
    }

    private IDistributorGrain Depot(DispatchOrder order) => grains.GetGrain<IDistributorGrain>(order.Distributor.Value);

    private static CommandHeader Further(CommandHeader header, int number) => header with { Id = header.Id.Further(number) };

    private static List<OrderLine> Sum(IEnumerable<OrderLine> lines) =>
    [
        .. lines.GroupBy(line => line.Product)
            .Select(group => new OrderLine(group.Key, new Cases(group.Sum(line => line.Cases.Count))))
            .Where(line => line.Cases > Cases.Zero)
            .OrderBy(line => line.Product.Value, StringComparer.Ordinal),
    ];
}
