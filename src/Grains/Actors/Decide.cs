using Territory.Contracts;

namespace Territory.Grains.Actors;

/// <summary>Decisions on commands whose answer is only the outcome.</summary>
internal static class Decide
{
    public static Decision<TState, CommandResult> Accept<TState>(params IReadOnlyList<IEvent> events)
        where TState : class => Decision<TState, CommandResult>.Accept(_ => CommandResult.Done(0), events);

    public static Decision<TState, CommandResult> Refuse<TState>(Refusal refusal)
        where TState : class => Decision<TState, CommandResult>.Refuse(refusal.ToResult());
}
