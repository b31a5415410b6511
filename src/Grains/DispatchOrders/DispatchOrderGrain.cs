using Territory.Contracts;
using Territory.Contracts.DispatchOrders;
using Territory.Grains.Actors;
using Territory.Journal;
using Territory.Model.DispatchOrders;
using Territory.ReadModel.DispatchOrders;
using Territory.ReadModel.Queries;

namespace Territory.Grains.DispatchOrders;

/// <summary>The order of one vehicle on one day.</summary>
[GrainType("dispatch-order")]
internal sealed class DispatchOrderGrain(IJournal journal) : JournaledActor<DispatchOrderState>(journal), IDispatchOrderGrain
{
    public Task<CommandResult> Issue(IssueDispatchOrder command, CancellationToken cancellationToken = default) =>
        ExecuteAsync(command, state => DispatchOrderDecisions.Issue(state, command), cancellationToken);

    public async Task<CommandResult> Cancel(CancelDispatchOrder command, CancellationToken cancellationToken = default)
    {
        var outcome = await OutcomeAsync(cancellationToken);
        return await ExecuteAsync(command, state => DispatchOrderDecisions.Cancel(state, command, outcome), cancellationToken);
    }

    public Task<CommandResult> Sign(SignDispatchOrder command, CancellationToken cancellationToken = default) =>
        ExecuteAsync(command, state => DispatchOrderDecisions.Sign(state, command), cancellationToken);

    public Task<CommandResult> Answer(AnswerDispatchOrder command, CancellationToken cancellationToken = default) =>
        ExecuteAsync(command, state => DispatchOrderDecisions.Answer(state, command), cancellationToken);

    public async Task<CommandResult> Close(CloseDispatchOrder command, CancellationToken cancellationToken = default) =>
        await OutcomeAsync(cancellationToken) is { } outcome
            ? await ExecuteAsync(command, state => DispatchOrderDecisions.Close(state, command, outcome), cancellationToken)
            : Refusal.Of("dispatch-order.unknown").ToResult();

    public async Task<DispatchOrderSnapshot?> GetSnapshot(CancellationToken cancellationToken = default) =>
        await OutcomeAsync(cancellationToken) is { } outcome ? new DispatchOrderSnapshot(State!.Order, outcome) : null;

    private async Task<DispatchOutcome?> OutcomeAsync(CancellationToken cancellationToken)
    {
        if (State?.Order is not { } order)
            return null;
        using var snapshot = await Journal.OpenSnapshotAsync(cancellationToken);
        return DispatchOrderQuery.OutcomeOf(snapshot, order);
    }
}
