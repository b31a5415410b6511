using System.Text.Json.Serialization.Metadata;
using Territory.Contracts;
using Territory.Contracts.DispatchOrders;
using Territory.Model.DispatchOrders;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Serialization;

namespace Territory.ReadModel.DispatchOrders;

/// <summary>A vehicle's order of a day (派遣单) as its actor keeps it: the latest version.</summary>
public sealed record DispatchOrderState : IActorState<DispatchOrderState>
{
    public required DispatchOrder Order { get; init; }

    public static string Kind => ActorKind.DispatchOrder;

    public static JsonTypeInfo<DispatchOrderState> JsonForm => StateJsonContext.Default.DispatchOrderState;

    public static DispatchOrderState? Apply(DispatchOrderState? state, IEvent @event) => (state, @event) switch
    {
        (_, DispatchOrderIssued e) => new DispatchOrderState { Order = e.Order },
        (null, _) => throw UnexpectedEvent.BeforeCreation(Kind, @event),
        (_, DispatchOrderCancelled) => Of(state.Order with { Status = DispatchOrderStatus.Cancelled }),
        (_, DispatchOrderSigned e) => Of(state.Order with { Signatures = [.. state.Order.Signatures.Where(signature => signature.Role != e.Signature.Role), e.Signature] }),
        (_, DispatchOrderAnswered e) => Of(state.Order with { Answer = e.Answer }),
        (_, DispatchOrderClosed e) => Of(state.Order with { Status = DispatchOrderStatus.Closed, Closing = e.Closing }),
        _ => throw UnexpectedEvent.Unknown(Kind, @event),
    };

    private static DispatchOrderState Of(DispatchOrder order) => new() { Order = order };
}
