using Territory.Model.Ids;
using Territory.Model.Quantities;
using Territory.Model.Vehicles;

namespace Territory.Contracts.Vehicles;

[GenerateSerializer, Immutable, Alias("territory.VehicleRegistered")]
public sealed record VehicleRegistered(
    [property: Id(0)] VehicleFile File) : IEvent;

[GenerateSerializer, Immutable, Alias("territory.VehicleFileChanged")]
public sealed record VehicleFileChanged(
    [property: Id(0)] VehicleFile File) : IEvent;

[GenerateSerializer, Immutable, Alias("territory.TripDeparted")]
public sealed record TripDeparted(
    [property: Id(0)] PlanId Plan,
    [property: Id(1)] int Trip,
    [property: Id(2)] DateOnly Day,
    [property: Id(3)] DateTimeOffset At,
    [property: Id(4)] IReadOnlyList<OrderId> Orders) : IEvent;

[GenerateSerializer, Immutable, Alias("territory.TripReturned")]
public sealed record TripReturned(
    [property: Id(0)] PlanId Plan,
    [property: Id(1)] int Trip,
    [property: Id(2)] DateOnly Day,
    [property: Id(3)] Distance Driven,
    [property: Id(4)] DateTimeOffset At) : IEvent;
