using Territory.Model.Quantities;
using Territory.Model.Schedules;

namespace Territory.Contracts.Schedules;

/// <summary>What to schedule, and how long to search.</summary>
/// <param name="Days">Calendar days from <paramref name="From"/> on.</param>
/// <param name="CoverDays">Days of sales that an outlet without a known capacity is filled for.</param>
/// <param name="Iterations">Reproduce a schedule exactly; a time limit only chooses how many are done.</param>
[GenerateSerializer, Immutable, Alias("territory.ScheduleOptions")]
public sealed record ScheduleOptions(
    [property: Id(0)] DateOnly From,
    [property: Id(1)] int Days,
    [property: Id(2)] ReplenishmentPolicy Policy,
    [property: Id(3)] int CoverDays,
    [property: Id(4)] long Seed,
    [property: Id(5)] long? Iterations,
    [property: Id(6)] Duration? TimeLimit);

/// <summary>Starts a schedule from the stocks and sales of this moment.</summary>
[GenerateSerializer, Immutable, Alias("territory.StartSchedule")]
public sealed record StartSchedule(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] ScheduleOptions Options) : ICommand;

/// <summary>Ends a run early; its best so far is its schedule.</summary>
[GenerateSerializer, Immutable, Alias("territory.StopSchedule")]
public sealed record StopSchedule(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] string Run) : ICommand;

/// <summary>Puts what a run gave on record, with its end.</summary>
[GenerateSerializer, Immutable, Alias("territory.RecordSchedule")]
public sealed record RecordSchedule(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] string Run,
    [property: Id(2)] Duration Elapsed,
    [property: Id(3)] DeliverySchedule Schedule) : ICommand;

/// <summary>Puts on record that a run ended without a schedule, and why.</summary>
[GenerateSerializer, Immutable, Alias("territory.RecordScheduleFailure")]
public sealed record RecordScheduleFailure(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] string Run,
    [property: Id(2)] Duration Elapsed,
    [property: Id(3)] long Iterations,
    [property: Id(4)] string RefusalCode,
    [property: Id(5)] IReadOnlyDictionary<string, string>? Detail) : ICommand;
