using Territory.Contracts.Plans;
using Territory.Grains.Actors;
using Territory.Grains.Work;
using Territory.Journal;
using Territory.Model.Dispatch;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Problems;
using Territory.Model.Quantities;
using Territory.Optimizer.Dispatch;
using Territory.ReadModel.Plans;

namespace Territory.Grains.Plans;

/// <summary>Proposes a day again of which something has left: new orders come in, cancelled ones leave, and everything is planned anew but what is on the road or done.</summary>
internal sealed class BegunDayPlanning(IJournal journal, DispatchDays days, Reoptimisation reoptimisation, SolverPool pool)
{
    /// <summary>Each further attempt is for something that left during the one before.</summary>
    private const int MostAttempts = 3;

    /// <summary>Whether something of the day has left the depot.</summary>
    public async Task<bool> HasBegunAsync(DistributorId distributor, DateOnly date, CancellationToken cancellationToken) =>
        (await LoadsAsync(distributor, date, cancellationToken)).Count > 0;

    /// <summary>The plan, made from the working plan as a run over everything makes it, or why there can be none.</summary>
    /// <param name="state">Null: the day has no plan; then only what has left is known of it.</param>
    public async Task<(DeliveryPlan? Plan, Refusal? Refusal)> PlanAsync(
        DeliveryPlanState? state, DistributorId distributor, DateOnly date, int version, ProposeDeliveryPlan command, CancellationToken cancellationToken)
    {
        if (PlanDecisions.Check(command.Options) is { } unusable)
            return (null, unusable);
        var run = new RunOptions(
            RunScope.Everything, [], command.Options.Seed, command.Options.Iterations, command.Options.TimeLimit, Money.Zero, command.Options.ByTimeOfDay, KeepsDeparted: true);
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            // Read before the day, so that nothing can leave between the two unseen.
            var loads = await LoadsAsync(distributor, date, cancellationToken);
            var (day, missing) = await days.FindAsync(null, distributor, date, run.ByTimeOfDay, command.Options.LearnedService, command.Header.At, cancellationToken);
            if (day is null)
                return (null, missing);
            var before = await Task.Run(() => LoadedPlan.Of(day.Day, state?.Working ?? Empty(day, distributor, date), loads), cancellationToken);
            var plan = await SolveAsync(day, before, run, cancellationToken);
            if (plan.Refusal is not null)
                return plan;
            if (!AreAlike(loads, await LoadsAsync(distributor, date, cancellationToken)))
                continue;
            var origin = new PlanOrigin(PlanOriginKind.Reoptimised, state?.Working?.Version, command.Header.Actor, command.Header.At, Run: run);
            return (plan.Plan! with { Id = DeliveryRequests.IdOf(distributor, date, version), Version = version, Status = PlanStatus.Proposed, Origin = origin }, null);
        }

        return (null, Refusal.Of("plan.left-meanwhile", ("attempts", Figures.Text(MostAttempts))));
    }

    private async Task<(DeliveryPlan? Plan, Refusal? Refusal)> SolveAsync(KeptDay day, DeliveryPlan before, RunOptions run, CancellationToken cancellationToken)
    {
        try
        {
            var plan = await pool.RunAsync(token => reoptimisation.Run(day.Day, before, run, progress: null, token), cancellationToken);
            var learned = day.Request.LearnedService.Select(service => service.Terminal).ToHashSet();
            var stops = plan.Routes.SelectMany(route => route.Trips).SelectMany(trip => trip.Stops).Count(stop => learned.Contains(stop.Terminal));
            return (plan with { Provenance = plan.Provenance with { LearnedStops = stops } }, null);
        }
        catch (InvalidInputException invalid)
        {
            return (null, PlanDecisions.Invalid(invalid));
        }
    }

    private async Task<IReadOnlyDictionary<VehicleId, IReadOnlyList<IReadOnlyList<OrderId>>>> LoadsAsync(
        DistributorId distributor, DateOnly date, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        return OnBoardOrders.Read(snapshot, distributor, date);
    }

    private static bool AreAlike(
        IReadOnlyDictionary<VehicleId, IReadOnlyList<IReadOnlyList<OrderId>>> a, IReadOnlyDictionary<VehicleId, IReadOnlyList<IReadOnlyList<OrderId>>> b) =>
        a.Count == b.Count && a.All(pair => b.TryGetValue(pair.Key, out var trips) && trips.Count == pair.Value.Count && trips.Zip(pair.Value).All(trip => trip.First.SequenceEqual(trip.Second)));

    private static DeliveryPlan Empty(KeptDay day, DistributorId distributor, DateOnly date) => new()
    {
        Id = DeliveryRequests.IdOf(distributor, date, 0),
        Region = day.Request.Region.Id,
        Distributor = distributor,
        Date = date,
        Version = 0,
        Status = PlanStatus.Proposed,
        Routes = [],
        Unserved = [],
        Distance = Distance.Zero,
        Cost = Money.Zero,
        Provenance = new PlanProvenance("", 0, 1, 0, "", day.Request.JournalPosition, ""),
    };
}
