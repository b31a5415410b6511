using System.Text.Json.Serialization.Metadata;
using Territory.Contracts;
using Territory.Contracts.Following;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Serialization;

namespace Territory.ReadModel.Following;

/// <summary>A delivery day (配送日) that is over.</summary>
public sealed record DeliveryDayState : IActorState<DeliveryDayState>
{
    public required DeliveryDayClosed Closed { get; init; }

    public static string Kind => ActorKind.DeliveryDay;

    public static JsonTypeInfo<DeliveryDayState> JsonForm => StateJsonContext.Default.DeliveryDayState;

    public static DeliveryDayState? Apply(DeliveryDayState? state, IEvent @event) => (state, @event) switch
    {
        (null, DeliveryDayClosed e) => new DeliveryDayState { Closed = e },
        _ => throw UnexpectedEvent.Unknown(Kind, @event),
    };
}
