using Territory.Model.Ids;
using Territory.Model.Quantities;
using Territory.Model.Reps;

namespace Territory.Contracts.Reps;

[GenerateSerializer, Immutable, Alias("territory.RepRegistered")]
public sealed record RepRegistered(
    [property: Id(0)] RepFile File) : IEvent;

[GenerateSerializer, Immutable, Alias("territory.RepFileChanged")]
public sealed record RepFileChanged(
    [property: Id(0)] RepFile File) : IEvent;

[GenerateSerializer, Immutable, Alias("territory.DayStarted")]
public sealed record DayStarted(
    [property: Id(0)] DateOnly Day,
    [property: Id(1)] PlanId? Plan,
    [property: Id(2)] DateTimeOffset At) : IEvent;

[GenerateSerializer, Immutable, Alias("territory.DayEnded")]
public sealed record DayEnded(
    [property: Id(0)] DateOnly Day,
    [property: Id(1)] Distance Travelled,
    [property: Id(2)] DateTimeOffset At) : IEvent;
