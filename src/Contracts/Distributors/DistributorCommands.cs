using Territory.Model.Distributors;
using Territory.Model.Ids;
using Territory.Model.Orders;

namespace Territory.Contracts.Distributors;

[GenerateSerializer, Immutable, Alias("territory.RegisterDistributor")]
public sealed record RegisterDistributor(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] DistributorFile File) : ICommand;

/// <summary>Goods arrive from the factory (进货).</summary>
[GenerateSerializer, Immutable, Alias("territory.ReceiveGoods")]
public sealed record ReceiveGoods(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] IReadOnlyList<OrderLine> Lines,
    [property: Id(2)] string Reference) : ICommand;

/// <summary>Goods leave the depot on a vehicle (出库).</summary>
[GenerateSerializer, Immutable, Alias("territory.ShipGoods")]
public sealed record ShipGoods(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] VehicleId Vehicle,
    [property: Id(2)] PlanId Plan,
    [property: Id(3)] int Trip,
    [property: Id(4)] IReadOnlyList<OrderLine> Lines) : ICommand;

/// <summary>Goods come back undelivered (回库).</summary>
[GenerateSerializer, Immutable, Alias("territory.ReturnGoods")]
public sealed record ReturnGoods(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] VehicleId Vehicle,
    [property: Id(2)] PlanId Plan,
    [property: Id(3)] int Trip,
    [property: Id(4)] IReadOnlyList<OrderLine> Lines) : ICommand;
