using Territory.Contracts.Plans;
using Territory.Model.Ids;
using Territory.Model.Quantities;
using Territory.Model.Schedules;

namespace Territory.Contracts.Schedules;

/// <summary>How a run stands.</summary>
/// <param name="At">When it was started, in the territory's time.</param>
/// <param name="Cost">Holding, stock-outs and travel of the best schedule so far; null until there is one.</param>
/// <param name="RefusalCode">Why it failed, with the figures in <paramref name="Detail"/>.</param>
[GenerateSerializer, Immutable, Alias("territory.ScheduleProgress")]
public sealed record ScheduleProgress(
    [property: Id(0)] string Run,
    [property: Id(1)] RunStatus Status,
    [property: Id(2)] UserId By,
    [property: Id(3)] DateTimeOffset At,
    [property: Id(4)] ScheduleOptions Options,
    [property: Id(5)] Duration Elapsed,
    [property: Id(6)] long Iterations,
    [property: Id(7)] Money? Cost,
    [property: Id(8)] string? RefusalCode,
    [property: Id(9)] IReadOnlyDictionary<string, string>? Detail);

/// <summary>The last runs of a distributor, the oldest first. One that a restart of the server ended has failed with "run.interrupted".</summary>
[GenerateSerializer, Immutable, Alias("territory.ScheduleRunList")]
public sealed record ScheduleRunList(
    [property: Id(0)] IReadOnlyList<ScheduleProgress> Runs);

/// <summary>The outcome of starting a run, and the run.</summary>
[GenerateSerializer, Immutable, Alias("territory.ScheduleRunResult")]
public sealed record ScheduleRunResult(
    [property: Id(0)] CommandResult Outcome,
    [property: Id(1)] ScheduleProgress? Run);

/// <summary>What a run gave, or why there is nothing.</summary>
[GenerateSerializer, Immutable, Alias("territory.DeliveryScheduleResult")]
public sealed record DeliveryScheduleResult(
    [property: Id(0)] CommandResult Outcome,
    [property: Id(1)] DeliverySchedule? Schedule);
