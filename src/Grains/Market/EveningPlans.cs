using Territory.Contracts;
using Territory.Contracts.Market;
using Territory.Contracts.Plans;
using Territory.Grains.Plans;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Optimizer.Solving;
using Territory.Optimizer.Visits;
using Territory.Simulation.Market;
using Territory.Simulation.Market.Reports;
using Territory.Simulation.Planning;
using Territory.Simulation.Randomness;

namespace Territory.Grains.Market;

/// <summary>The evening: the next working day's visits and deliveries are planned and published, and the depots stock up for it.</summary>
/// <remarks>A day that a person has published already is left as it is. Iterations are limited and never time, so that a simulated day is reproducible.</remarks>
internal sealed class EveningPlans(MarketContext context, MarketSetup setup, Func<CommandId, IEvent, CancellationToken, Task> record)
{
    private readonly DepotReplenishment replenishment = new(context, setup);

    public async ValueTask PlanAsync(PlanningCall call, CancellationToken cancellationToken)
    {
        var at = setup.Region.ToInstant(call.Today, call.At);
        var distributors = await DueAsync(call.PlanFor, cancellationToken);
        var planning = new List<Task>();
        planning.AddRange(distributors.Select(distributor => DeliveriesAsync(distributor, call.PlanFor, at, cancellationToken)));
        planning.AddRange(setup.Reps.Select(rep => VisitsAsync(rep.Id, call.PlanFor, at, cancellationToken)));
        await Task.WhenAll(planning);
        await replenishment.StockUpAsync(call.PlanFor, at, cancellationToken);
        await record(call.Command, new MarketDayPlanned(call.PlanFor, at), cancellationToken);
    }

    private async Task DeliveriesAsync(DistributorId distributor, DateOnly date, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var key = PlanKey.Of(distributor, date);
        var grain = context.Grains.GetGrain<IDeliveryPlanGrain>(key);
        if ((await grain.GetSnapshot(cancellationToken)).Published is not null)
            return;
        var entity = EntityKey.Of(distributor);
        var options = new PlanOptions(OptimizerDayPlanner.SeedOf(setup, entity, date), SolveOptions.DefaultIterations, null);
        var proposed = await grain.Propose(new ProposeDeliveryPlan(Header(entity, date, 1, at), options), cancellationToken);
        context.Note(proposed.Outcome, nameof(ProposeDeliveryPlan), key);
        if (proposed.Plan is { Status: PlanStatus.Proposed } plan)
            context.Note(await grain.Publish(new PublishPlan(Header(entity, date, 2, at), plan.Version), cancellationToken), nameof(PublishPlan), key);
    }

    private async Task VisitsAsync(RepId rep, DateOnly date, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var key = PlanKey.Of(rep, date);
        var grain = context.Grains.GetGrain<IVisitPlanGrain>(key);
        if ((await grain.GetSnapshot(cancellationToken)).Published is not null)
            return;
        var entity = EntityKey.Of(rep);
        var options = new PlanOptions(OptimizerDayPlanner.SeedOf(setup, entity, date), VisitPlanner.DefaultIterations, null);
        var proposed = await grain.Propose(new ProposeVisitPlan(Header(entity, date, 1, at), options), cancellationToken);
        context.Note(proposed.Outcome, nameof(ProposeVisitPlan), key);
        if (proposed.Plan is { Status: PlanStatus.Proposed } plan)
            context.Note(await grain.Publish(new PublishPlan(Header(entity, date, 2, at), plan.Version), cancellationToken), nameof(PublishPlan), key);
    }

    /// <summary>The distributors with something to deliver.</summary>
    private async Task<List<DistributorId>> DueAsync(DateOnly date, CancellationToken cancellationToken)
    {
        using var snapshot = await context.Journal.OpenSnapshotAsync(cancellationToken);
        return [.. setup.Distributors.Select(file => file.Id).Where(id => PlanQueries.OrdersDue(snapshot, setup.Region, id, date).Count > 0)];
    }

    private CommandHeader Header(EntityKey entity, DateOnly date, int number, DateTimeOffset at) =>
        MarketContext.Header(CommandIdentity.For(setup.Seed, DrawPurpose.PlanCommand, entity, date, number), at);
}
