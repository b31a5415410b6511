using System.Text.Json.Serialization.Metadata;
using Territory.Contracts;
using Territory.Contracts.Lab;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Serialization;

namespace Territory.ReadModel.Lab;

/// <summary>A market census that is kept (市场普查). Its text is in the texts' table.</summary>
public sealed record LabCensusState : IActorState<LabCensusState>
{
    public required LabCensusKept Header { get; init; }

    public static string Kind => ActorKind.LabCensus;

    public static JsonTypeInfo<LabCensusState> JsonForm => StateJsonContext.Default.LabCensusState;

    public static LabCensusState? Apply(LabCensusState? state, IEvent @event) => (state, @event) switch
    {
        (null, LabCensusKept e) => new LabCensusState { Header = e },
        (null, _) => throw UnexpectedEvent.BeforeCreation(Kind, @event),
        (_, LabTextRecorded) => state,
        _ => throw UnexpectedEvent.Unknown(Kind, @event),
    };
}
