using System.Globalization;
using Territory.Contracts.Plans;
using Territory.Grains.Actors;
using Territory.Grains.Catalogues;
using Territory.Grains.Following;
using Territory.Journal;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Travel;
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

        var request = await ReadAsync(distributor, date, version, catalogue, options.LearnedService, cancellationToken);
        List<GeoPoint> points = [request.Distributor.Depot, .. request.Terminals.Select(terminal => terminal.Location)];
        var mode = request.Vehicles.Count > 0 ? request.Vehicles[0].TravelMode : TravelMode.Van;
        return await solver.SolveAsync(
            catalogue.Region.Id, points, mode, options,
            (travel, byTime, limits, token) => planner.Plan(request with { Travel = travel, TravelByTime = byTime }, limits, progress: null, token), cancellationToken);
    }

    private async Task<DeliveryPlanRequest> ReadAsync(
        DistributorId distributor, DateOnly date, int version, RegionCatalogue catalogue, bool isLearned, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        var orders = PlanQueries.OrdersDue(snapshot, catalogue.Region, distributor, date);
        var terminals = orders
            .Select(order => order.Terminal)
            .Distinct()
            .OrderBy(terminal => terminal.Value, StringComparer.Ordinal)
            .Select(terminal => PlanQueries.FileOf(snapshot, terminal))
            .ToList();
        var file = ActorStates.Find<DistributorState>(snapshot, distributor.Value).State!.File;
        return new DeliveryPlanRequest
        {
            Plan = new PlanId(string.Create(CultureInfo.InvariantCulture, $"delivery-{distributor}-{date:yyyyMMdd}-{version}")),
            Version = version,
            Region = catalogue.Region,
            Distributor = file,
            Date = date,
            Vehicles = PlanQueries.VehiclesOf(snapshot, distributor),
            Orders = orders,
            Terminals = terminals,
            Products = catalogue.Products,
            Travel = new TravelMatrix(0, [], [], ""),
            LearnedService = isLearned ? ServiceHistory.Learn(snapshot, file, date) : [],
            JournalPosition = snapshot.Position,
        };
    }
}
