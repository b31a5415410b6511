using Territory.Model.DispatchOrders;

namespace Territory.Contracts.DispatchOrders;

[GenerateSerializer, Immutable, Alias("territory.DispatchOrderIssued")]
public sealed record DispatchOrderIssued(
    [property: Id(0)] DispatchOrder Order) : IEvent;

[GenerateSerializer, Immutable, Alias("territory.DispatchOrderCancelled")]
public sealed record DispatchOrderCancelled(
    [property: Id(0)] DateTimeOffset At) : IEvent;

[GenerateSerializer, Immutable, Alias("territory.DispatchOrderSigned")]
public sealed record DispatchOrderSigned(
    [property: Id(0)] OrderSignature Signature) : IEvent;

[GenerateSerializer, Immutable, Alias("territory.DispatchOrderAnswered")]
public sealed record DispatchOrderAnswered(
    [property: Id(0)] DriverAnswer Answer) : IEvent;

[GenerateSerializer, Immutable, Alias("territory.DispatchOrderClosed")]
public sealed record DispatchOrderClosed(
    [property: Id(0)] DispatchClosing Closing) : IEvent;
