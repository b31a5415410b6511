using Territory.Model.Ids;

namespace Territory.Contracts.Following;

/// <summary>Ends a distributor's delivery day (收车): what is not delivered by now goes to the next one.</summary>
[GenerateSerializer, Immutable, Alias("territory.CloseDeliveryDay")]
public sealed record CloseDeliveryDay(
    [property: Id(0)] CommandHeader Header) : ICommand;

/// <summary>A delivery day is over. Its unfinished orders stay open with the day on which they were due, which puts them first in the next plan.</summary>
/// <param name="Carried">The orders of the day's published plans that are still open.</param>
/// <param name="StillOut">Vehicles that had not reported back.</param>
[GenerateSerializer, Immutable, Alias("territory.DeliveryDayClosed")]
public sealed record DeliveryDayClosed(
    [property: Id(0)] DistributorId Distributor,
    [property: Id(1)] DateOnly Day,
    [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] UserId By,
    [property: Id(4)] IReadOnlyList<OrderId> Carried,
    [property: Id(5)] IReadOnlyList<VehicleId> StillOut) : IEvent;

/// <summary>A delivery day that is over.</summary>
[GenerateSerializer, Immutable, Alias("territory.DeliveryDaySnapshot")]
public sealed record DeliveryDaySnapshot(
    [property: Id(0)] DateOnly Day,
    [property: Id(1)] DateTimeOffset ClosedAt,
    [property: Id(2)] UserId ClosedBy,
    [property: Id(3)] IReadOnlyList<OrderId> Carried,
    [property: Id(4)] IReadOnlyList<VehicleId> StillOut);
