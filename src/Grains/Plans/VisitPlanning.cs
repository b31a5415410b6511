using System.Globalization;
using Territory.Contracts.Plans;
using Territory.Grains.Actors;
using Territory.Grains.Catalogues;
using Territory.Journal;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Travel;
using Territory.Optimizer.Solving;
using Territory.Optimizer.Visits;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Reps;

namespace Territory.Grains.Plans;

/// <summary>Makes a rep's visit list from what the read model holds at one position, on road times, on the solver pool.</summary>
internal sealed class VisitPlanning(IJournal journal, RegionCatalogues catalogues, PlanSolver solver)
{
    private readonly VisitPlanner planner = new(new TerritorySolver());

    /// <summary>The list, or why there can be none.</summary>
    public async Task<(VisitPlan? Plan, Refusal? Refusal)> PlanAsync(
        RepId rep, DateOnly date, int version, PlanOptions options, CancellationToken cancellationToken)
    {
        if (PlanDecisions.Check(options) is { } unusable)
            return (null, unusable);
        var (found, _) = await ActorStates.FindAsync<RepState>(journal, rep.Value, cancellationToken);
        if (found is null || await catalogues.FindAsync(found.File.Region, cancellationToken) is not { } catalogue)
            return (null, Refusal.Of("rep.unknown", ("rep", rep.Value)));

        var request = await ReadAsync(rep, date, version, catalogue, cancellationToken);
        List<GeoPoint> points = [request.Rep.Start, .. request.Candidates.Select(candidate => candidate.Terminal.Location)];
        return await solver.SolveAsync(
            catalogue.Region.Id, points, request.Rep.TravelMode, options with { ByTimeOfDay = false },
            (travel, _, limits, token) => planner.Plan(request with { Travel = travel }, limits, token), cancellationToken);
    }

    private async Task<VisitPlanRequest> ReadAsync(RepId rep, DateOnly date, int version, RegionCatalogue catalogue, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        // In a simulated market an outlet is known from the market's first day, as in a what-if run of it.
        var marketStart = PlanQueries.MarketStart(snapshot, catalogue.Region.Id);
        return new VisitPlanRequest
        {
            Plan = new PlanId(string.Create(CultureInfo.InvariantCulture, $"visits-{rep}-{date:yyyyMMdd}-{version}")),
            Version = version,
            Region = catalogue.Region,
            Rep = ActorStates.Find<RepState>(snapshot, rep.Value).State!.File,
            Date = date,
            Candidates =
            [
                .. PlanQueries.OutletsOf(snapshot, rep).Select(outlet => new VisitCandidate(
                    outlet.File, outlet.LastVisit, marketStart > outlet.Registered ? marketStart.Value : outlet.Registered)),
            ],
            Travel = new TravelMatrix(0, [], [], ""),
            JournalPosition = snapshot.Position,
        };
    }
}
