using Territory.Model.Ids;
using Territory.Model.Quantities;

namespace Territory.Contracts.Schedules;

/// <summary>A schedule began to be made from the stocks and sales of that moment.</summary>
/// <param name="At">In the territory's time.</param>
[GenerateSerializer, Immutable, Alias("territory.ScheduleStarted")]
public sealed record ScheduleStarted(
    [property: Id(0)] string Run,
    [property: Id(1)] ScheduleOptions Options,
    [property: Id(2)] UserId By,
    [property: Id(3)] DateTimeOffset At) : IEvent;

/// <summary>A piece of a schedule's JSON was put on record; a long one comes in several.</summary>
/// <param name="Part">From 0; the text is its parts one after the other.</param>
[GenerateSerializer, Immutable, Alias("territory.SchedulePartRecorded")]
public sealed record SchedulePartRecorded(
    [property: Id(0)] string Run,
    [property: Id(1)] int Part,
    [property: Id(2)] string Content) : IEvent;

/// <summary>A run ended, with a schedule or with the reason why there is none.</summary>
/// <param name="Cost">Holding, stock-outs and travel of its schedule; null where it failed.</param>
/// <param name="RefusalCode">Why it failed, with the figures in <paramref name="Detail"/>; null where it did not.</param>
[GenerateSerializer, Immutable, Alias("territory.ScheduleEnded")]
public sealed record ScheduleEnded(
    [property: Id(0)] string Run,
    [property: Id(1)] Duration Elapsed,
    [property: Id(2)] long Iterations,
    [property: Id(3)] Money? Cost,
    [property: Id(4)] string? RefusalCode,
    [property: Id(5)] IReadOnlyDictionary<string, string>? Detail) : IEvent;
