using Territory.Contracts.Plans;
using Territory.Journal;
using Territory.Journal.Sql;
using Territory.Model.Dispatch;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Following;
using Territory.ReadModel.Plans;
using Territory.ReadModel.Territories;

namespace Territory.ReadModel.Queries;

/// <summary>The plans of a day, one per distributor or rep in scope, also where nothing is planned yet.</summary>
/// <remarks>Drivers and reps see only what is published, and of a distributor's plan only their own vehicle's route.</remarks>
public sealed class PlanQueries(IJournal journal)
{
    public async Task<IReadOnlyList<DeliveryPlanDay>> DeliveriesAsync(ReadScope scope, DateOnly date, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        return [.. DistributorsIn(snapshot, scope).Select(distributor => DayOf(snapshot, scope, distributor, date))];
    }

    /// <summary>One distributor's day; null when the distributor is not in scope.</summary>
    public async Task<DeliveryPlanDay?> DeliveriesOfAsync(ReadScope scope, DistributorId distributor, DateOnly date, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        return DistributorsIn(snapshot, scope).Contains(distributor) ? DayOf(snapshot, scope, distributor, date) : null;
    }

    /// <summary>The day's deliveries as those see them who plan; null where the distributor is not in scope, and for drivers and reps, who see what is published.</summary>
    public async Task<DeliveryDay?> DispatchOfAsync(ReadScope scope, DistributorId distributor, DateOnly date, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        if (!MayDispatch(snapshot, scope, distributor) || ActorStates.Find<TerritoryState>(snapshot, scope.Region.Value).State is not { } territory)
            return null;
        var state = ActorStates.Find<DeliveryPlanState>(snapshot, PlanKey.Of(distributor, date)).State;
        var day = DayOf(snapshot, scope, distributor, date);
        return new DeliveryDay(
            distributor, date, day.Proposed, day.Published, state?.Working, DispatchProgressQuery.Read(snapshot, territory.Region, distributor, date, now),
            ActorStates.Find<DeliveryDayState>(snapshot, PlanKey.Of(distributor, date)).State?.Closed.At);
    }

    /// <summary>Whether someone of this scope sees a distributor's working plans and their history.</summary>
    public async Task<bool> MayDispatchAsync(ReadScope scope, DistributorId distributor, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        return MayDispatch(snapshot, scope, distributor);
    }

    public async Task<IReadOnlyList<VisitPlanDay>> VisitsAsync(ReadScope scope, DateOnly date, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        return [.. RepsIn(snapshot, scope).Select(rep => DayOf(snapshot, scope, rep, date))];
    }

    /// <summary>One rep's day; null when the rep is not in scope.</summary>
    public async Task<VisitPlanDay?> VisitsOfAsync(ReadScope scope, RepId rep, DateOnly date, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        return RepsIn(snapshot, scope).Contains(rep) ? DayOf(snapshot, scope, rep, date) : null;
    }

    internal static List<DistributorId> DistributorsIn(IQueryConnection connection, ReadScope scope) => connection.List(
        $"SELECT p.id FROM distributors p WHERE {ScopeFilter.Distributors(scope, "p")} ORDER BY p.id",
        rows => new DistributorId(rows.GetString(0)),
        ScopeFilter.Region(scope), ScopeFilter.Party(scope));

    internal static List<RepId> RepsIn(IQueryConnection connection, ReadScope scope) => connection.List(
        $"SELECT p.id FROM reps p WHERE {ScopeFilter.Reps(scope, "p")} ORDER BY p.id",
        rows => new RepId(rows.GetString(0)),
        ScopeFilter.Region(scope), ScopeFilter.Party(scope));

    internal static DeliveryPlanDay DayOf(IQueryConnection connection, ReadScope scope, DistributorId distributor, DateOnly date)
    {
        var state = ActorStates.Find<DeliveryPlanState>(connection, PlanKey.Of(distributor, date)).State;
        if (scope.Vehicle is { } vehicle)
            return new DeliveryPlanDay(distributor, date, null, scope.Includes(date) && state?.Published is { } plan ? OnlyOf(plan, vehicle) : null);
        // A rep has no business with the distributor's trips.
        return scope.Rep is not null
            ? new DeliveryPlanDay(distributor, date, null, null)
            : new DeliveryPlanDay(distributor, date, state?.Latest is { Status: PlanStatus.Proposed } proposed ? proposed : null, state?.Published);
    }

    internal static VisitPlanDay DayOf(IQueryConnection connection, ReadScope scope, RepId rep, DateOnly date)
    {
        var state = ActorStates.Find<VisitPlanState>(connection, PlanKey.Of(rep, date)).State;
        var proposed = scope.Rep is null && state?.Latest is { Status: PlanStatus.Proposed } waiting ? waiting : null;
        return new VisitPlanDay(rep, date, proposed, state?.Published);
    }

    private static bool MayDispatch(IQueryConnection connection, ReadScope scope, DistributorId distributor) =>
        scope is { Vehicle: null, Rep: null } && DistributorsIn(connection, scope).Contains(distributor);

    internal static DeliveryPlan OnlyOf(DeliveryPlan plan, VehicleId vehicle)
    {
        var own = plan.Routes.Where(route => route.Vehicle == vehicle).ToList();
        return plan with
        {
            Routes = own,
            Unserved = [],
            Distance = new Distance(own.Sum(route => route.Distance.Meters)),
            Cost = new Money(own.Sum(route => route.Cost.MinorUnits)),
            Origin = null,
            Overrides = DayOverrides.None with { Crews = [.. plan.Overrides.Crews.Where(crew => crew.Vehicle == vehicle)] },
            Breaches = [.. plan.Breaches.Where(breach => breach.Vehicle == vehicle)],
        };
    }
}
