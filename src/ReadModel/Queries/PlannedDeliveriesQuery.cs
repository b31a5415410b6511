using Territory.Contracts.Plans;
using Territory.Journal;
using Territory.Journal.Sql;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.Model.Reps;
using Territory.Model.Vehicles;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Distributors;
using Territory.ReadModel.Plans;
using Territory.ReadModel.Reps;
using Territory.ReadModel.Terminals;
using Territory.ReadModel.Territories;
using Territory.ReadModel.Vehicles;

namespace Territory.ReadModel.Queries;

/// <summary>Gathers what goes out with a distributor's deliveries of a day, at one journal position.</summary>
/// <remarks>Whoever may see a plan may see the stops, orders and vehicles on it; a driver's plan holds the own vehicle's route alone.</remarks>
public sealed class PlannedDeliveriesQuery(IJournal journal)
{
    /// <summary>The version asked for; without one the published plan, or else the proposal. Null where the reader sees no such plan.</summary>
    public async Task<PlannedDeliveries?> FindAsync(
        ReadScope scope, DistributorId distributor, DateOnly date, int? version, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        if (!PlanQueries.DistributorsIn(snapshot, scope).Contains(distributor))
            return null;
        var day = PlanQueries.DayOf(snapshot, scope, distributor, date);
        var plan = version is null ? day.Published ?? day.Proposed : new[] { day.Published, day.Proposed }.FirstOrDefault(plan => plan?.Version == version);
        return plan is null ? null : Gather(snapshot, plan);
    }

    /// <summary>What was published last before a version, as the reader saw it then; null where nothing was.</summary>
    public async Task<PlannedDeliveries?> PublishedBeforeAsync(
        ReadScope scope, DistributorId distributor, DateOnly date, int version, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        if (scope.Rep is not null || !scope.Includes(date) || !PlanQueries.DistributorsIn(snapshot, scope).Contains(distributor))
            return null;
        var key = PlanKey.Of(distributor, date);
        var state = ActorStates.Find<DeliveryPlanState>(snapshot, key).State;
        if (state?.Versions.LastOrDefault(header => header.Version < version && header.Status == PlanStatus.Published) is not { } earlier)
            return null;
        var plan = await PlanVersions.FindAsync(journal, key, state, earlier.Version, cancellationToken);
        return Gather(snapshot, scope.Vehicle is { } vehicle ? PlanQueries.OnlyOf(plan!, vehicle) : plan!);
    }

    /// <summary>The same of a plan at hand, for a caller that may see all of it; null when its region or distributor is not there.</summary>
    public async Task<PlannedDeliveries?> OfAsync(DeliveryPlan plan, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        return Gather(snapshot, plan);
    }

    private static PlannedDeliveries? Gather(IQueryConnection connection, DeliveryPlan plan)
    {
        if (ActorStates.Find<TerritoryState>(connection, plan.Region.Value).State is not { } territory
            || ActorStates.Find<DistributorState>(connection, plan.Distributor.Value).State is not { } distributor)
        {
            return null;
        }

        var stops = plan.Routes.SelectMany(route => route.Trips).SelectMany(trip => trip.Stops).ToList();
        var terminals = stops.Select(stop => stop.Terminal).Concat(plan.Unserved.Select(unserved => unserved.Terminal)).Distinct()
            .Select(id => ActorStates.Find<TerminalState>(connection, id.Value).State).OfType<TerminalState>().ToList();
        var orders = new Dictionary<OrderId, PlannedOrder>();
        foreach (var id in stops.SelectMany(stop => stop.Orders))
        {
            if (OrderOf(connection, id) is { } order)
                orders[id] = order;
        }

        return new PlannedDeliveries(
            plan,
            territory.Region,
            distributor.File,
            VehiclesOf(connection, plan),
            RepsOf(connection, plan),
            terminals.ToDictionary(state => state.File.Id, state => state.File),
            territory.Products.ToDictionary(product => product.Id),
            orders,
            terminals.ToDictionary(state => state.File.Id, state => state.Balance));
    }

    private static Dictionary<VehicleId, VehicleFile> VehiclesOf(IQueryConnection connection, DeliveryPlan plan) => plan.Routes
        .Select(route => ActorStates.Find<VehicleState>(connection, route.Vehicle.Value).State).OfType<VehicleState>()
        .ToDictionary(state => state.File.Id, state => state.File);

    private static Dictionary<RepId, RepFile> RepsOf(IQueryConnection connection, DeliveryPlan plan) => plan.Overrides.Crews
        .Select(crew => crew.Rep).OfType<RepId>().Distinct()
        .Select(rep => ActorStates.Find<RepState>(connection, rep.Value).State).OfType<RepState>()
        .ToDictionary(state => state.File.Id, state => state.File);

    private static PlannedOrder? OrderOf(IQueryConnection connection, OrderId id)
    {
        var lines = connection.List(
            "SELECT product, cases FROM order_lines WHERE order_id = ?1 ORDER BY line",
            rows => new OrderLine(new ProductId(rows.GetString(0)), new Cases((int)rows.GetInt64(1))), id.Value);
        using var rows = connection.Query("SELECT value, status, note FROM orders WHERE id = ?1", id.Value);
        return rows.Read()
            ? new PlannedOrder(lines, new Money(rows.GetInt64(0)), StateOf(rows.GetString(1)), rows.GetStringOrNull(2))
            : null;
    }

    private static PlannedOrderState StateOf(string status) => status switch
    {
        "open" => PlannedOrderState.Open,
        "delivered" => PlannedOrderState.Delivered,
        "cancelled" => PlannedOrderState.Cancelled,
        _ => throw new InvalidOperationException($"Unknown order status {status}."),
    };
}
