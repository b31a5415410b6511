using System.Text.Json.Serialization.Metadata;
using Territory.Contracts;
using Territory.Contracts.Reps;
using Territory.Model.Ids;
using Territory.Model.Reps;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Serialization;

namespace Territory.ReadModel.Reps;

/// <summary>A rep (业务员) as their actor keeps them.</summary>
public sealed record RepState : IActorState<RepState>
{
    public required RepFile File { get; init; }

    /// <summary>The day that is going on; null while off duty.</summary>
    public DateOnly? WorkingDay { get; init; }

    public PlanId? Plan { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>The last day that was ended.</summary>
    public DateOnly? LastDay { get; init; }

    public static string Kind => ActorKind.Rep;

    public static JsonTypeInfo<RepState> JsonForm => StateJsonContext.Default.RepState;

    public static RepState? Apply(RepState? state, IEvent @event) => (state, @event) switch
    {
        (null, RepRegistered e) => new RepState { File = e.File },
        (null, _) => throw UnexpectedEvent.BeforeCreation(Kind, @event),
        (_, RepFileChanged e) => state with { File = e.File },
        (_, DayStarted e) => state with { WorkingDay = e.Day, Plan = e.Plan, StartedAt = e.At },
        (_, DayEnded e) => state with { WorkingDay = null, Plan = null, StartedAt = null, LastDay = e.Day },
        _ => throw UnexpectedEvent.Unknown(Kind, @event),
    };
}
