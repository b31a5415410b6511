using Territory.Contracts;
using Territory.Contracts.Serialization;
using Territory.Journal;
using Territory.Model.Ids;
using Territory.ReadModel.Actors;

namespace Territory.Grains.Actors;

/// <summary>
/// An actor whose truth is its stream in the journal. It wakes from its row of state; a command is decided on the state, its events are appended
/// with the version they were decided on, and only what is on disk is applied and answered.
/// </summary>
internal abstract class JournaledActor<TState>(IJournal journal) : Grain
    where TState : class, IActorState<TState>
{
    /// <summary>How often a decision is made anew because someone else wrote to the stream: another activation, for a moment.</summary>
    private const int MaxAttempts = 8;

    private bool isLoaded;

    protected IJournal Journal { get; } = journal;

    /// <summary>The state as it is on disk; null where the actor does not exist.</summary>
    protected TState? State { get; private set; }

    /// <summary>The version of the actor's stream.</summary>
    protected long Version { get; private set; }

    protected string Id => this.GetPrimaryKeyString();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        await base.OnActivateAsync(cancellationToken);
    }

    protected Task<CommandResult> ExecuteAsync(
        ICommand command, Func<TState?, Decision<TState, CommandResult>> decide, CancellationToken cancellationToken) =>
        ExecuteAsync(command, decide, AnswerForms.Command, cancellationToken);

    /// <summary>Carries out a command once, however often it is sent.</summary>
    /// <param name="decide">A pure function of the state; called again when the stream has moved on.</param>
    /// <exception cref="OutcomeUnknownException">The journal failed: a retry with the same id settles whether the command was recorded.</exception>
    protected async Task<TAnswer> ExecuteAsync<TAnswer>(
        ICommand command, Func<TState?, Decision<TState, TAnswer>> decide, AnswerForm<TAnswer> form, CancellationToken cancellationToken)
        where TAnswer : class
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            if (!isLoaded)
                await LoadAsync(cancellationToken);
            var decision = decide(State);
            if (decision.Refusal is { } refusal)
                return await FirstAnswerAsync(command.Header.Id, form, cancellationToken) ?? refusal;

            var after = decision.Events.Aggregate(State, TState.Apply);
            var answer = decision.AnswerFrom(after);
            var result = await AppendAsync(command, decision.Events, form.Write(answer), cancellationToken);
            switch (result.Status)
            {
                case AppendStatus.Appended:
                    (State, Version) = (after, Version + decision.Events.Count);
                    return form.At(answer, result.Position);
                case AppendStatus.Duplicate:
                    return form.At(form.Read(result.Answer), result.Position);
                default:
                    isLoaded = false;
                    break;
            }
        }

        throw new InvalidOperationException($"The {TState.Kind} {Id} was written to by others {MaxAttempts} times in a row; send the command again.");
    }

    /// <summary>
    /// The answer of a command that was accepted earlier; null when it was not. The state may have moved on since, so that a retry would be refused now.
    /// </summary>
    protected async Task<TAnswer?> FirstAnswerAsync<TAnswer>(CommandId command, AnswerForm<TAnswer> form, CancellationToken cancellationToken)
        where TAnswer : class
    {
        if (await Journal.FindAnswerAsync(command, cancellationToken) is not { } recorded)
            return null;
        // Appending nothing under the same id gives the position as well.
        var duplicate = await AppendAsync(
            new AppendRequest(StreamId.Of(TState.Kind, Id), AppendRequest.AnyVersion, command, "retry", [], recorded), cancellationToken);
        return form.At(form.Read(recorded), duplicate.Position);
    }

    private async ValueTask<AppendResult> AppendAsync(ICommand command, IReadOnlyList<IEvent> events, byte[] answer, CancellationToken cancellationToken)
    {
        var data = new EventData[events.Count];
        for (var i = 0; i < data.Length; i++)
            data[i] = new EventData(EventCodec.AliasOf(events[i]), EventCodec.Encode(events[i]));
        try
        {
            var request = new AppendRequest(
                StreamId.Of(TState.Kind, Id), Version, command.Header.Id, command.Header.Actor.Value, data, answer);
            return await AppendAsync(request, cancellationToken);
        }
        catch
        {
            // Whether the events are on disk is unknown, so the state is read again before the next decision.
            isLoaded = false;
            throw;
        }
    }

    /// <summary>Callers know the journal's failures by the contract's name, as the journal itself is none of their business.</summary>
    private async ValueTask<AppendResult> AppendAsync(AppendRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await Journal.AppendAsync(request, cancellationToken);
        }
        catch (JournalWriteException failure)
        {
            throw new OutcomeUnknownException(request.Command, failure.Message);
        }
        catch (AppendOutcomeUnknownException failure)
        {
            throw new OutcomeUnknownException(request.Command, failure.InnerException?.Message ?? "the call was given up while it was written.");
        }
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        (State, Version) = await ActorStates.FindAsync<TState>(Journal, Id, cancellationToken);
        isLoaded = true;
    }
}
