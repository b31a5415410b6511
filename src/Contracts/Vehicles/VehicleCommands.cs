using Territory.Model.Ids;
using Territory.Model.Quantities;
using Territory.Model.Vehicles;

namespace Territory.Contracts.Vehicles;

[GenerateSerializer, Immutable, Alias("territory.RegisterVehicle")]
public sealed record RegisterVehicle(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] VehicleFile File) : ICommand;

[GenerateSerializer, Immutable, Alias("territory.ChangeVehicleFile")]
public sealed record ChangeVehicleFile(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] VehicleFile File) : ICommand;

/// <param name="Header">Of the departure that the order is wanted for.</param>
[GenerateSerializer, Immutable, Alias("territory.EnsureVehicleOrder")]
public sealed record EnsureVehicleOrder(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] DateOnly Day) : ICommand;

/// <summary>The vehicle leaves the depot (出车) with the goods of these orders.</summary>
/// <param name="OrderVersion">The version of the dispatch order that these orders were read from; null: whichever holds.</param>
[GenerateSerializer, Immutable, Alias("territory.DepartTrip")]
public sealed record DepartTrip(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] PlanId Plan,
    [property: Id(2)] int Trip,
    [property: Id(3)] DateOnly Day,
    [property: Id(4)] IReadOnlyList<OrderId> Orders,
    [property: Id(5)] int? OrderVersion = null) : ICommand;

/// <summary>The vehicle is back (回车) with the distance driven.</summary>
[GenerateSerializer, Immutable, Alias("territory.ReturnTrip")]
public sealed record ReturnTrip(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] PlanId Plan,
    [property: Id(2)] int Trip,
    [property: Id(3)] DateOnly Day,
    [property: Id(4)] Distance Driven) : ICommand;
