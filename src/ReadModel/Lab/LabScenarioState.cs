using System.Text.Json.Serialization.Metadata;
using Territory.Contracts;
using Territory.Contracts.Lab;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Serialization;

namespace Territory.ReadModel.Lab;

/// <summary>A scenario of the lab (仿真方案) as its actor keeps it: the header of the latest version. Contents are in the texts' table.</summary>
public sealed record LabScenarioState : IActorState<LabScenarioState>
{
    public required LabScenarioHeader Header { get; init; }

    public bool Removed { get; init; }

    public static string Kind => ActorKind.LabScenario;

    public static JsonTypeInfo<LabScenarioState> JsonForm => StateJsonContext.Default.LabScenarioState;

    public static LabScenarioState? Apply(LabScenarioState? state, IEvent @event) => (state, @event) switch
    {
        (null, LabScenarioSaved e) => new LabScenarioState { Header = e.Header },
        (null, _) => throw UnexpectedEvent.BeforeCreation(Kind, @event),
        (_, LabScenarioSaved e) => state with { Header = e.Header },
        (_, LabScenarioRemoved) => state with { Removed = true },
        _ => throw UnexpectedEvent.Unknown(Kind, @event),
    };
}
