using Territory.Contracts;
using Territory.Contracts.Plans;
using Territory.Dashboard.Access;
using Territory.Dashboard.Clock;
using Territory.Model.Ids;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Plans;

/// <summary>Finds the plan that a request is about, for those who may see working plans, and the time at which it is asked.</summary>
public sealed class DispatchDesk(PlanQueries plans, RegionClocks clocks, IGrainFactory grains)
{
    /// <summary>Null where the distributor is out of scope, and for drivers.</summary>
    public async Task<IDeliveryPlanGrain?> FindAsync(InRegion inRegion, DistributorId distributor, DateOnly date, CancellationToken cancellationToken) =>
        await plans.MayDispatchAsync(inRegion.Scope, distributor, cancellationToken) ? grains.GetGrain<IDeliveryPlanGrain>(PlanKey.Of(distributor, date)) : null;

    public async Task<DateTimeOffset> NowAsync(InRegion inRegion, CancellationToken cancellationToken) =>
        (await clocks.NowAsync(inRegion.Region, cancellationToken)).Now;

    public async Task<CommandHeader> HeaderAsync(CommandId command, InRegion inRegion, CancellationToken cancellationToken) =>
        new(command, inRegion.Person.User, await NowAsync(inRegion, cancellationToken));
}
