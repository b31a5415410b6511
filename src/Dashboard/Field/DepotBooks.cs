using Territory.Contracts;
using Territory.Contracts.Distributors;
using Territory.Model.DispatchOrders;
using Territory.Model.Orders;
using Territory.Model.Quantities;

namespace Territory.Dashboard.Field;

/// <summary>Moves the goods of a trip out of the depot's books and back into them.</summary>
/// <remarks>Commands have ids that follow from the driver's, so that a report sent again moves nothing twice.</remarks>
internal sealed class DepotBooks(IGrainFactory grains)
{
    public async Task<CommandResult> ShipAsync(DispatchOrder order, int trip, IReadOnlyList<OrderLine> load, CommandHeader departure, CancellationToken cancellationToken)
    {
        var ship = new ShipGoods(Further(departure, 1), order.Vehicle, order.Plan, trip, load);
        var shipped = await Depot(order).ShipGoods(ship, cancellationToken);
        if (shipped.RefusalCode != "goods.not-in-stock")
            return shipped;
        // The goods are on the vehicle, whatever the books say; they are put right by what is missing in them.
        await CountInAsync(order, load, Further(departure, 2), cancellationToken);
        return await Depot(order).ShipGoods(ship, cancellationToken);
    }

    public Task<CommandResult> ReturnAsync(DispatchOrder order, int trip, IReadOnlyList<OrderLine> goods, CommandHeader back, CancellationToken cancellationToken) =>
        Depot(order).ReturnGoods(new ReturnGoods(Further(back, 1), order.Vehicle, order.Plan, trip, goods), cancellationToken);

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
}
