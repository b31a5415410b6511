using System.Text.Json.Serialization.Metadata;
using Territory.Contracts;
using Territory.Contracts.Lab;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Serialization;

namespace Territory.ReadModel.Lab;

/// <summary>A search for a plan of waves as its actor keeps it. What it was asked and gave is in the texts' table.</summary>
public sealed record LabExpansionRecord : IActorState<LabExpansionRecord>
{
    public required LabExpansionStarted Start { get; init; }

    /// <summary>Null while it goes on, and where the process ended meanwhile.</summary>
    public LabExpansionEnded? End { get; init; }

    public static string Kind => ActorKind.LabExpansion;

    public static JsonTypeInfo<LabExpansionRecord> JsonForm => StateJsonContext.Default.LabExpansionRecord;

    public static LabExpansionRecord? Apply(LabExpansionRecord? state, IEvent @event) => (state, @event) switch
    {
        (null, LabExpansionStarted e) => new LabExpansionRecord { Start = e },
        (null, _) => throw UnexpectedEvent.BeforeCreation(Kind, @event),
        (_, LabTextRecorded) => state,
        (_, LabExpansionEnded e) => state with { End = e },
        _ => throw UnexpectedEvent.Unknown(Kind, @event),
    };
}
