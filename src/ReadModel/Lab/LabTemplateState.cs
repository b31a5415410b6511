using System.Text.Json.Serialization.Metadata;
using Territory.Contracts;
using Territory.Contracts.Lab;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Serialization;

namespace Territory.ReadModel.Lab;

/// <summary>A frozen template (样板市场).</summary>
public sealed record LabTemplateState : IActorState<LabTemplateState>
{
    public required LabTemplateHeader Header { get; init; }

    public required string Content { get; init; }

    public static string Kind => ActorKind.LabTemplate;

    public static JsonTypeInfo<LabTemplateState> JsonForm => StateJsonContext.Default.LabTemplateState;

    public static LabTemplateState? Apply(LabTemplateState? state, IEvent @event) => (state, @event) switch
    {
        (null, LabTemplateFrozen e) => new LabTemplateState { Header = e.Header, Content = e.Content },
        (null, _) => throw UnexpectedEvent.BeforeCreation(Kind, @event),
        _ => throw UnexpectedEvent.Unknown(Kind, @event),
    };
}
