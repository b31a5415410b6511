using System.Text.Json.Serialization.Metadata;
using Territory.Contracts;
using Territory.Contracts.Lab;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Serialization;

namespace Territory.ReadModel.Lab;

/// <summary>A run of the lab as its actor keeps it: how it began and ended. What it ran and gave is in the texts' table.</summary>
public sealed record LabRunRecord : IActorState<LabRunRecord>
{
    public required LabRunStarted Start { get; init; }

    /// <summary>Null while it goes on, and where the process ended meanwhile.</summary>
    public LabRunEnded? End { get; init; }

    public static string Kind => ActorKind.LabRun;

    public static JsonTypeInfo<LabRunRecord> JsonForm => StateJsonContext.Default.LabRunRecord;

    public static LabRunRecord? Apply(LabRunRecord? state, IEvent @event) => (state, @event) switch
    {
        (null, LabRunStarted e) => new LabRunRecord { Start = e },
        (null, _) => throw UnexpectedEvent.BeforeCreation(Kind, @event),
        (_, LabTextRecorded) => state,
        (_, LabRunEnded e) => state with { End = e },
        _ => throw UnexpectedEvent.Unknown(Kind, @event),
    };
}
