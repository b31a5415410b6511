using Territory.Contracts.Following;
using Territory.Dashboard.Access;
using Territory.Dashboard.Clock;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Following;

/// <summary>What the watch of a region's vehicles knows, cut down to what a reader may see.</summary>
public sealed class FollowedRegion(IGrainFactory grains, RegionQueries regions, PlanQueries plans, RegionClocks clocks)
{
    public async Task<FollowingAnswer?> FindAsync(InRegion inRegion, DateOnly? date, CancellationToken cancellationToken)
    {
        var time = await clocks.NowAsync(inRegion.Region, cancellationToken);
        var watch = grains.GetGrain<IFleetWatchGrain>(inRegion.Region.Value);
        var day = date ?? time.Today;
        if (await watch.GetFollowing(new FollowDay(day, time.Now), cancellationToken) is not { } all)
            return null;
        var vehicles = inRegion.Scope.Includes(day) ? await VehiclesAsync(inRegion.Scope, cancellationToken) : [];
        return new FollowingAnswer(
            all.Date, all.Now,
            [.. all.LateRisks.Where(risk => vehicles.Contains(risk.Vehicle))],
            [.. all.Distributors.Select(each => each with { Routes = [.. each.Routes.Where(route => vehicles.Contains(route.Vehicle))] }).Where(each => each.Routes.Count > 0)],
            [.. all.Seen.Where(seen => vehicles.Contains(seen.Vehicle))],
            [.. all.Notices.Where(notice => vehicles.Contains(notice.Vehicle))],
            await NextAsync(inRegion.Scope, time.NextWorkingDay, cancellationToken));
    }

    /// <summary>Whether a notice is about a vehicle that the reader may see.</summary>
    public async Task<bool> MaySeeAsync(InRegion inRegion, int notice, CancellationToken cancellationToken)
    {
        var time = await clocks.NowAsync(inRegion.Region, cancellationToken);
        var vehicles = await VehiclesAsync(inRegion.Scope, cancellationToken);
        var all = await grains.GetGrain<IFleetWatchGrain>(inRegion.Region.Value).GetFollowing(new FollowDay(time.Today, time.Now), cancellationToken);
        return all is not null && all.Notices.Any(each => each.Number == notice && vehicles.Contains(each.Vehicle));
    }

    private async Task<HashSet<VehicleId>> VehiclesAsync(ReadScope scope, CancellationToken cancellationToken) =>
        [.. (await regions.FindAsync(scope, cancellationToken))?.Vehicles.Select(vehicle => vehicle.Id) ?? []];

    private async Task<IReadOnlyList<NextDayAnswer>> NextAsync(ReadScope scope, DateOnly date, CancellationToken cancellationToken)
    {
        if (scope.Vehicle is not null || scope.Rep is not null)
            return [];
        var days = await plans.DeliveriesAsync(scope, date, cancellationToken);
        var failures = (await grains.GetGrain<IOrderCutOffGrain>(scope.Region.Value).GetFailures(cancellationToken)).Failures.ToLookup(failure => failure.Distributor);
        var next = new List<NextDayAnswer>();
        foreach (var day in days)
        {
            if (day is { Proposed: { } proposal, Published: null })
                next.Add(Of(proposal));
            else if (day.Published is null && failures[day.Distributor].LastOrDefault() is { } failure)
                next.Add(new NextDayAnswer(day.Distributor, failure.Date, null, 0, [], failure.Outcome.RefusalCode, failure.Outcome.Detail));
        }

        return next;
    }

    private static NextDayAnswer Of(DeliveryPlan proposal) => new(
        proposal.Distributor, proposal.Date, proposal.Version, proposal.Routes.Sum(route => route.Trips.Sum(trip => trip.Stops.Count)),
        [.. proposal.Unserved.GroupBy(unserved => unserved.Reason).OrderByDescending(group => group.Count()).Select(group => new UnservedCount(group.Key, group.Count()))],
        null, null);
}
