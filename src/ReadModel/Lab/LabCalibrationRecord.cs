using System.Text.Json.Serialization.Metadata;
using Territory.Contracts;
using Territory.Contracts.Lab;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Serialization;

namespace Territory.ReadModel.Lab;

/// <summary>A calibration as its actor keeps it: how it began and ended. What it fitted and found is in the texts' table.</summary>
public sealed record LabCalibrationRecord : IActorState<LabCalibrationRecord>
{
    public required LabCalibrationStarted Start { get; init; }

    /// <summary>Null while it goes on, and where the process ended meanwhile.</summary>
    public LabCalibrationEnded? End { get; init; }

    public static string Kind => ActorKind.LabCalibration;

    public static JsonTypeInfo<LabCalibrationRecord> JsonForm => StateJsonContext.Default.LabCalibrationRecord;

    public static LabCalibrationRecord? Apply(LabCalibrationRecord? state, IEvent @event) => (state, @event) switch
    {
        (null, LabCalibrationStarted e) => new LabCalibrationRecord { Start = e },
        (null, _) => throw UnexpectedEvent.BeforeCreation(Kind, @event),
        (_, LabTextRecorded) => state,
        (_, LabCalibrationEnded e) => state with { End = e },
        _ => throw UnexpectedEvent.Unknown(Kind, @event),
    };
}
