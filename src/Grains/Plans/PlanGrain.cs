using Territory.Contracts;
using Territory.Contracts.Plans;
using Territory.Grains.Actors;
using Territory.Journal;
using Territory.Model.Plans;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Plans;

namespace Territory.Grains.Plans;

/// <summary>The plan of one party on one day, of either kind: proposed as often as one likes, then published or discarded.</summary>
internal abstract class PlanGrain<TState, TPlan, TResult>(IJournal journal, ChangeBoard board, PlanKind<TPlan, TResult> kind) : JournaledActor<TState>(journal)
    where TState : PlanState<TPlan>, IActorState<TState>
    where TPlan : class, IDayPlan<TPlan>
    where TResult : class
{
    public async Task<CommandResult> Publish(PublishPlan command, CancellationToken cancellationToken = default)
    {
        var gone = State?.Latest is { } latest ? await CheckDeparturesAsync(latest, cancellationToken) : null;
        var result = await ExecuteAsync(command, state => PlanDecisions.Publish(state, command, kind, gone), cancellationToken);
        if (!result.Accepted)
            return result;
        board.PlanPublished();
        await PublishedAsync(command, cancellationToken);
        return result;
    }

    public Task<CommandResult> Discard(DiscardPlan command, CancellationToken cancellationToken = default) =>
        ExecuteAsync(command, state => PlanDecisions.Discard(state, command, kind), cancellationToken);

    /// <summary>What speaks against a plan now that some of it may have left; null: nothing.</summary>
    protected virtual ValueTask<Refusal?> CheckDeparturesAsync(TPlan plan, CancellationToken cancellationToken) => default;

    /// <summary>Does what follows from a publication; called again when the command is.</summary>
    protected virtual Task PublishedAsync(PublishPlan command, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Makes the next version and keeps it as the proposal.</summary>
    /// <param name="make">The plan of a version for the party and day of this actor, or why there can be none.</param>
    protected async Task<TResult> ProposeAsync(
        ICommand command, Func<string, DateOnly, int, Task<(TPlan? Plan, Refusal? Refusal)>> make, CancellationToken cancellationToken)
    {
        // A retry is answered before it costs a solve.
        if (await FirstAnswerAsync(command.Header.Id, kind.Form, cancellationToken) is { } first)
            return first;
        var (party, date) = PlanKey.Parse(Id);
        if (PlanDecisions.CheckDay(date) is { } senseless)
            return kind.Answer(senseless.ToResult(), null);
        var (plan, refusal) = await make(party, date, PlanDecisions.NextVersion(State?.LastVersion));
        return plan is null
            ? kind.Answer(refusal!.ToResult(), null)
            : await ExecuteAsync(command, state => PlanDecisions.Propose(state, plan, kind), kind.Form, cancellationToken);
    }
}
