using Territory.Contracts.Plans;
using Territory.Grains.Actors;
using Territory.Grains.Catalogues;
using Territory.Journal;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Optimizer.Deliveries;
using Territory.Optimizer.Solving;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Distributors;

namespace Territory.Grains.Plans;

/// <summary>Makes a distributor's delivery plan from what the read model holds at one position, on road times, on the solver pool.</summary>
internal sealed class DeliveryPlanning(IJournal journal, RegionCatalogues catalogues, PlanSolver solver)
{
    private readonly DeliveryPlanner planner = new(new TerritorySolver());

    /// <summary>The plan, or why there can be none.</summary>
    public async Task<(DeliveryPlan? Plan, Refusal? Refusal)> PlanAsync(
        DistributorId distributor, DateOnly date, int version, PlanOptions options, CancellationToken cancellationToken)
    {
        if (PlanDecisions.Check(options) is { } unusable)
            return (null, unusable);
        var (found, _) = await ActorStates.FindAsync<DistributorState>(journal, distributor.Value, cancellationToken);
        if (found is null || await catalogues.FindAsync(found.File.Region, cancellationToken) is not { } catalogue)
            return (null, Refusal.Of("distributor.unknown", ("distributor", distributor.Value)));

        DeliveryPlanRequest request;
        using (var snapshot = await journal.OpenSnapshotAsync(cancellationToken))
            request = DeliveryRequests.Read(snapshot, catalogue, distributor, date, version, DeliveryRequests.OrdersOf(snapshot, catalogue, distributor, date), []);
        var points = DeliveryRequests.PointsOf(request);
        return await solver.SolveAsync(
            catalogue.Region.Id, points, DeliveryRequests.ModeOf(request), options,
            (travel, byTime, limits, token) => planner.Plan(request with { Travel = travel, TravelByTime = byTime }, limits, progress: null, token), cancellationToken);
    }
}
