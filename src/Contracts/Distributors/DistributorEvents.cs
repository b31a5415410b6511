using Territory.Model.Distributors;
using Territory.Model.Ids;
using Territory.Model.Orders;

namespace Territory.Contracts.Distributors;

[GenerateSerializer, Immutable, Alias("territory.DistributorRegistered")]
public sealed record DistributorRegistered(
    [property: Id(0)] DistributorFile File) : IEvent;

[GenerateSerializer, Immutable, Alias("territory.GoodsReceived")]
public sealed record GoodsReceived(
    [property: Id(0)] IReadOnlyList<OrderLine> Lines,
    [property: Id(1)] string Reference,
    [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] DateOnly Day) : IEvent;

[GenerateSerializer, Immutable, Alias("territory.GoodsShipped")]
public sealed record GoodsShipped(
    [property: Id(0)] VehicleId Vehicle,
    [property: Id(1)] PlanId Plan,
    [property: Id(2)] int Trip,
    [property: Id(3)] IReadOnlyList<OrderLine> Lines,
    [property: Id(4)] DateTimeOffset At,
    [property: Id(5)] DateOnly Day) : IEvent;

[GenerateSerializer, Immutable, Alias("territory.GoodsReturned")]
public sealed record GoodsReturned(
    [property: Id(0)] VehicleId Vehicle,
    [property: Id(1)] PlanId Plan,
    [property: Id(2)] int Trip,
    [property: Id(3)] IReadOnlyList<OrderLine> Lines,
    [property: Id(4)] DateTimeOffset At,
    [property: Id(5)] DateOnly Day) : IEvent;
