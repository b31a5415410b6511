using Territory.Contracts.Schedules;
using Territory.Grains.Actors;
using Territory.Grains.Catalogues;
using Territory.Grains.Roads;
using Territory.Grains.Work;
using Territory.Journal;
using Territory.Model.Ids;
using Territory.Model.Problems;
using Territory.Model.Schedules;
using Territory.Optimizer.Inventory;
using Territory.Optimizer.Solving;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Distributors;

namespace Territory.Grains.Schedules;

/// <summary>Schedules a distributor's coming deliveries from what the read model holds at one position, on road times, on the solver pool.</summary>
internal sealed class DeliveryScheduling(IJournal journal, RegionCatalogues catalogues, RegionRoads roads, SolverPool pool)
{
    private readonly DeliveryScheduler scheduler = new();

    /// <summary>The schedule, or why there can be none.</summary>
    /// <param name="began">Called when the search begins.</param>
    /// <param name="stopping">Ends the search with its best so far.</param>
    public async Task<(DeliverySchedule? Schedule, Refusal? Refusal)> ScheduleAsync(
        DistributorId distributor, ScheduleOptions options, Action began, IProgress<SolveProgress> progress, CancellationToken stopping)
    {
        var (found, _) = await ActorStates.FindAsync<DistributorState>(journal, distributor.Value, stopping);
        if (found is null || await catalogues.FindAsync(found.File.Region, stopping) is not { } catalogue)
            return (null, Refusal.Of("distributor.unknown", ("distributor", distributor.Value)));
        ScheduleRequest request;
        using (var snapshot = await journal.OpenSnapshotAsync(stopping))
            request = ScheduleReading.Read(snapshot, catalogue.Region, catalogue.Products, options, distributor).Single();
        if (request.Outlets.Count > ScheduleRequestRules.MostOutlets)
            return (null, Refusal.Of("schedule.outlets", ("value", Figures.Text(request.Outlets.Count)), ("most", Figures.Text(ScheduleRequestRules.MostOutlets))));
        if (await roads.FindMatrixAsync(catalogue.Region.Id, ScheduleReading.Points(request), ScheduleReading.ModeOf(request), stopping) is not { } travel)
            return (null, Refusal.Of("roads.missing", ("region", catalogue.Region.Id.Value)));
        var complete = request with { Travel = travel };
        var limits = new SolveOptions { Seed = options.Seed, Iterations = options.Iterations, TimeLimit = options.TimeLimit?.ToTimeSpan() };
        try
        {
            return (await pool.RunAsync(Solve, stopping), null);
        }
        catch (InvalidInputException invalid)
        {
            var first = invalid.Problems[0];
            return (null, Refusal.Of(first.Code, ("field", first.Field ?? ""), ("value", first.Value ?? ""), ("rule", first.Rule)));
        }

        DeliverySchedule Solve(CancellationToken cancellationToken)
        {
            began();
            var schedule = scheduler.Plan(complete, limits, progress, cancellationToken);
            // What a process finishes while it ends is no result that anyone asked for.
            if (!stopping.IsCancellationRequested)
                cancellationToken.ThrowIfCancellationRequested();
            return schedule;
        }
    }
}
