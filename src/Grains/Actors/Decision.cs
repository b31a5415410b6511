using Territory.Contracts;

namespace Territory.Grains.Actors;

/// <summary>What an actor makes of a command: events and an answer worked out from the state after them, or a refusal.</summary>
internal sealed class Decision<TState, TAnswer>
    where TState : class
    where TAnswer : class
{
    private readonly Func<TState?, TAnswer>? answer;

    private Decision(IReadOnlyList<IEvent> events, Func<TState?, TAnswer>? answer, TAnswer? refusal)
    {
        Events = events;
        this.answer = answer;
        Refusal = refusal;
    }

    public IReadOnlyList<IEvent> Events { get; }

    /// <summary>The answer of a refused command; null when it is accepted.</summary>
    public TAnswer? Refusal { get; }

    /// <param name="events">May be empty: the command is accepted and changes nothing.</param>
    public static Decision<TState, TAnswer> Accept(Func<TState?, TAnswer> answer, params IReadOnlyList<IEvent> events) => new(events, answer, null);

    public static Decision<TState, TAnswer> Refuse(TAnswer refusal) => new([], null, refusal);

    public TAnswer AnswerFrom(TState? after) => answer!(after);
}
