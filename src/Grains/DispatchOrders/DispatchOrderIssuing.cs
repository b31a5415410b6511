using Territory.Contracts;
using Territory.Contracts.DispatchOrders;
using Territory.Contracts.Plans;
using Territory.Grains.Actors;
using Territory.Journal;
using Territory.Journal.Sql;
using Territory.Model.DispatchOrders;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.Model.Regions;
using Territory.Model.Vehicles;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Plans;
using Territory.ReadModel.Queries;
using Territory.ReadModel.Territories;

namespace Territory.Grains.DispatchOrders;

/// <summary>Gives each vehicle of a published plan its order, and takes back those of vehicles that the plan does not send any more.</summary>
/// <remarks>The commands' ids follow from the publication's, so that issuing again after a crash issues nothing twice.</remarks>
internal sealed class DispatchOrderIssuing(IJournal journal, IGrainFactory grains)
{
    /// <summary>Apart from the numbers that the market gives the commands of a departure.</summary>
    private const int IssueNumber = 7;

    public async Task IssueAsync(DeliveryPlan plan, CommandHeader publication, CancellationToken cancellationToken)
    {
        var (orders, idle) = await ReadAsync(plan, cancellationToken);
        var number = 1;
        foreach (var order in orders)
        {
            var header = publication with { Id = FurtherCommandId.Derive(publication.Id, number++) };
            await GrainOf(order.Vehicle, order.Date).Issue(new IssueDispatchOrder(header, order), cancellationToken);
        }

        foreach (var vehicle in idle)
        {
            // A vehicle that has left already keeps its order; the refusal says no more than that.
            var header = publication with { Id = FurtherCommandId.Derive(publication.Id, number++) };
            await GrainOf(vehicle, plan.Date).Cancel(new CancelDispatchOrder(header), cancellationToken);
        }
    }

    /// <summary>The order by which a vehicle may leave; issued now where a crash came between the publication and the issue.</summary>
    public async Task<DispatchOrder?> FindAsync(VehicleFile vehicle, DateOnly date, CommandHeader departure, CancellationToken cancellationToken)
    {
        var (order, isIssued) = await ReadAsync(vehicle, date, cancellationToken);
        if (order is null || isIssued)
            return order;
        var header = departure with { Id = FurtherCommandId.Derive(departure.Id, IssueNumber) };
        await GrainOf(vehicle.Id, date).Issue(new IssueDispatchOrder(header, order), cancellationToken);
        return (await ReadAsync(vehicle, date, cancellationToken)).Order;
    }

    /// <summary>A vehicle's order as it is issued, or as the published plan would have it.</summary>
    private async Task<(DispatchOrder? Order, bool IsIssued)> ReadAsync(VehicleFile vehicle, DateOnly date, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        if (DispatchOrderQuery.Find(snapshot, vehicle.Id, date) is { } order)
            return (order, true);
        var plan = ActorStates.Find<DeliveryPlanState>(snapshot, PlanKey.Of(vehicle.Distributor, date)).State?.Published;
        var route = plan?.Routes.FirstOrDefault(route => route.Vehicle == vehicle.Id);
        return (route is null ? null : OrderOf(snapshot, plan!, route), false);
    }

    private async Task<(IReadOnlyList<DispatchOrder> Orders, IReadOnlyList<VehicleId> Idle)> ReadAsync(DeliveryPlan plan, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        var idle = snapshot.List(
            "SELECT vehicle FROM dispatch_orders WHERE distributor = ?1 AND day = ?2 AND status = 'Issued' ORDER BY vehicle",
            rows => new VehicleId(rows.GetString(0)), plan.Distributor.Value, plan.Date.DayNumber);
        return (
            [.. plan.Routes.Select(route => OrderOf(snapshot, plan, route))],
            [.. idle.Where(vehicle => plan.Routes.All(route => route.Vehicle != vehicle))]);
    }

    private static DispatchOrder OrderOf(IQueryConnection connection, DeliveryPlan plan, DeliveryRoute route)
    {
        var region = ActorStates.Find<TerritoryState>(connection, plan.Region.Value).State!.Region;
        var file = Plans.PlanQueries.VehiclesOf(connection, plan.Distributor).FirstOrDefault(vehicle => vehicle.Id == route.Vehicle);
        var crew = plan.Overrides.Crews.FirstOrDefault(crew => crew.Vehicle == route.Vehicle);
        return new DispatchOrder
        {
            Number = "",
            Version = 0,
            Region = plan.Region,
            Distributor = plan.Distributor,
            Vehicle = route.Vehicle,
            Date = plan.Date,
            Plan = plan.Id,
            PlanVersion = plan.Version,
            DriverName = crew?.DriverName ?? file?.DriverName,
            Driver = crew?.Driver ?? file?.Driver,
            Rep = crew?.Rep,
            Route = route,
            Goods = [.. route.Trips.SelectMany(trip => trip.Stops).Select(stop => GoodsOf(connection, region, stop))],
            Breaches = [.. plan.Breaches.Where(breach => breach.Vehicle == route.Vehicle)],
            IssuedAt = default,
        };
    }

    private static StopGoods GoodsOf(IQueryConnection connection, Region region, DeliveryStop stop)
    {
        var orders = stop.Orders.Select(order => Plans.PlanQueries.FindOrder(connection, region, order)).OfType<Order>().ToList();
        var lines = orders.SelectMany(order => order.Lines).GroupBy(line => line.Product)
            .Select(group => new OrderLine(group.Key, new Cases(group.Sum(line => line.Cases.Count))));
        var priced = ActorStates.Find<ReadModel.Terminals.TerminalState>(connection, stop.Terminal.Value).State?.OpenOrders ?? [];
        var due = priced.Where(order => stop.Orders.Contains(order.Order.Id)).Sum(order => order.Lines.Sum(line => line.Value.MinorUnits));
        return new StopGoods(stop.Terminal, stop.Orders, [.. lines.OrderBy(line => line.Product.Value, StringComparer.Ordinal)], new Money(due));
    }

    private IDispatchOrderGrain GrainOf(VehicleId vehicle, DateOnly date) => grains.GetGrain<IDispatchOrderGrain>(DispatchOrderKey.Of(vehicle, date));
}
