using Territory.Contracts.Plans;
using Territory.Journal;
using Territory.Journal.Sql;
using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.Model.Regions;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Market;
using Territory.ReadModel.Plans;
using Territory.ReadModel.Queries;
using Territory.ReadModel.Territories;

namespace Territory.ReadModel.Following;

/// <summary>How a delivery day went, against its published plans.</summary>
public sealed class DayCloseQuery(IJournal journal)
{
    /// <summary>The vehicles and orders in scope; null when there is no such region.</summary>
    public async Task<DayClose?> FindAsync(ReadScope scope, DateOnly date, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        if (ActorStates.Find<TerritoryState>(snapshot, scope.Region.Value).State is not { } territory)
            return null;
        var marketDay = ActorStates.Find<MarketState>(snapshot, scope.Region.Value).State?.ClosedDay;
        var distributors = new List<DistributorClose>();
        var vehicles = new List<VehicleClose>();
        var carried = new List<CarriedOrder>();
        foreach (var plan in Plans(snapshot, scope, date))
        {
            var closed = ActorStates.Find<DeliveryDayState>(snapshot, PlanKey.Of(plan.Distributor, date)).State?.Closed;
            distributors.Add(new DistributorClose(plan.Distributor, closed is not null || marketDay >= date, closed?.At, closed?.By));
            Reckon(snapshot, scope, territory.Region, plan, closed?.At, vehicles, carried);
        }

        return new DayClose(date, distributors, vehicles, carried);
    }

    /// <summary>What closing a distributor's day now would carry over, and who is still out.</summary>
    /// <returns>All are back when there was something to deliver and every planned trip has returned.</returns>
    public static (IReadOnlyList<OrderId> Carried, IReadOnlyList<VehicleId> StillOut, bool IsAllBack) Standing(
        IQueryConnection connection, Region region, DistributorId distributor, DateOnly date)
    {
        var scope = ReadScope.OfDistributor(region.Id, distributor);
        var vehicles = new List<VehicleClose>();
        var carried = new List<CarriedOrder>();
        foreach (var plan in Plans(connection, scope, date))
            Reckon(connection, scope, region, plan, closedAt: null, vehicles, carried);
        return (
            [.. carried.Select(order => order.Order)],
            [.. vehicles.Where(vehicle => vehicle.TripsReturned < vehicle.TripsDeparted).Select(vehicle => vehicle.Vehicle)],
            vehicles.Count > 0 && vehicles.All(vehicle => vehicle.TripsReturned >= vehicle.TripsPlanned));
    }

    private static void Reckon(
        IQueryConnection connection, ReadScope scope, Region region, DeliveryPlan plan, DateTimeOffset? closedAt, List<VehicleClose> vehicles, List<CarriedOrder> carried)
    {
        var trips = TripRow.Read(connection, region, plan.Date).ToLookup(trip => trip.Vehicle);
        var drops = DropRow.Read(connection, region, plan.Date).ToLookup(drop => drop.Vehicle);
        var end = closedAt ?? region.ToInstant(plan.Date, TimeOfDay.EndOfDay);
        foreach (var route in plan.Routes.Where(route => scope.Vehicle is null || route.Vehicle == scope.Vehicle))
        {
            var close = new VehicleReckoning(plan.Distributor, route, [.. trips[route.Vehicle]], [.. drops[route.Vehicle]]).Reckon();
            vehicles.Add(close);
            foreach (var (stop, outcome) in route.Trips.SelectMany(trip => trip.Stops).Zip(close.Stops, (stop, made) => (stop, made.Outcome)))
                carried.AddRange(StillOpen(connection, stop.Orders, plan.Distributor, end, outcome == VehicleReckoning.Done ? VehicleReckoning.Refused : outcome));
        }

        if (scope.Vehicle is null)
            carried.AddRange(plan.Unserved.SelectMany(unserved => StillOpen(connection, unserved.Orders, plan.Distributor, end, "unserved")));
    }

    private static IEnumerable<DeliveryPlan> Plans(IQueryConnection connection, ReadScope scope, DateOnly date)
    {
        if (scope.Rep is not null || !scope.Includes(date))
            yield break;
        foreach (var distributor in Queries.PlanQueries.DistributorsIn(connection, scope))
        {
            if (ActorStates.Find<DeliveryPlanState>(connection, PlanKey.Of(distributor, date)).State?.Published is { } plan)
                yield return plan;
        }
    }

    /// <summary>Of some orders those that were still open at the end of the day: their due day does not change.</summary>
    private static IEnumerable<CarriedOrder> StillOpen(IQueryConnection connection, IReadOnlyList<OrderId> orders, DistributorId distributor, DateTimeOffset end, string reason)
    {
        foreach (var order in orders)
        {
            using var rows = connection.Query(
                "SELECT terminal, due_on, cases FROM orders WHERE id = ?1 AND (status = 'open' OR closed_at > ?2)", order.Value, end.ToUnixTimeMilliseconds());
            if (rows.Read())
                yield return new CarriedOrder(order, new TerminalId(rows.GetString(0)), distributor, DateOnly.FromDayNumber(rows.GetInt32(1)), new Cases(rows.GetInt32(2)), reason);
        }
    }
}
