using System.Text.Json.Serialization;
using Territory.Model.Dispatch;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Quantities;

namespace Territory.Contracts.Plans;

/// <summary>What edits would make of a plan, without making them.</summary>
[GenerateSerializer, Immutable, Alias("territory.EditPreview")]
public sealed record EditPreview(
    [property: Id(0)] CommandResult Outcome,
    [property: Id(1)] PlanChange? Change,
    [property: Id(2)] IReadOnlyList<DeliveryRoute> Routes);

/// <summary>The cheapest place for stops on each vehicle, or why there is none.</summary>
[GenerateSerializer, Immutable, Alias("territory.StopOptions")]
public sealed record StopOptions(
    [property: Id(0)] CommandResult Outcome,
    [property: Id(1)] IReadOnlyList<StopOption> Options);

[GenerateSerializer, Immutable, Alias("territory.StopExplanationResult")]
public sealed record StopExplanationResult(
    [property: Id(0)] CommandResult Outcome,
    [property: Id(1)] StopExplanation? Explanation);

/// <summary>One version in the history of a day's plan.</summary>
/// <param name="IsAside">It is beside the line of working plans: a run's result whose base had been changed meanwhile, or one that was not taken over.</param>
/// <param name="Lateness">Time by which stops are late, summed.</param>
/// <param name="Name">What people call it; null: it has only its number.</param>
[GenerateSerializer, Immutable, Alias("territory.PlanVersion")]
public sealed record PlanVersion(
    [property: Id(0)] int Version,
    [property: Id(1)] PlanStatus Status,
    [property: Id(2)] bool IsAside,
    [property: Id(3)] PlanOrigin? Origin,
    [property: Id(4)] int Vehicles,
    [property: Id(5)] int Stops,
    [property: Id(6)] int Unserved,
    [property: Id(7)] Distance Distance,
    [property: Id(8)] Money Cost,
    [property: Id(9)] int Breaches,
    [property: Id(10)] int LateStops = 0,
    [property: Id(11)] Duration Lateness = default,
    [property: Id(12)] string? Name = null);

/// <summary>All versions of a day's plan, the oldest first.</summary>
[GenerateSerializer, Immutable, Alias("territory.PlanHistory")]
public sealed record PlanHistory(
    [property: Id(0)] IReadOnlyList<PlanVersion> Versions);

/// <summary>How a run stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RunStatus>))]
public enum RunStatus
{
    Waiting,
    Running,
    Done,
    Failed,
}

/// <summary>A re-optimisation as it is now.</summary>
/// <param name="Unserved">Of the best plan so far; with <paramref name="Cost"/> null until there is one.</param>
/// <param name="Version">The version that its result became; null until it is done.</param>
/// <param name="RefusalCode">Why it failed.</param>
[GenerateSerializer, Immutable, Alias("territory.RunProgress")]
public sealed record RunProgress(
    [property: Id(0)] string Run,
    [property: Id(1)] RunStatus Status,
    [property: Id(2)] UserId By,
    [property: Id(3)] int BaseVersion,
    [property: Id(4)] RunOptions Options,
    [property: Id(5)] Duration Elapsed,
    [property: Id(6)] long Iterations,
    [property: Id(7)] Money? Cost,
    [property: Id(8)] int? Unserved,
    [property: Id(9)] int? Version,
    [property: Id(10)] string? RefusalCode);

/// <summary>The runs of a day that go on, and those that ended lately.</summary>
[GenerateSerializer, Immutable, Alias("territory.RunList")]
public sealed record RunList(
    [property: Id(0)] IReadOnlyList<RunProgress> Runs);

/// <summary>The outcome of starting a run, and the run.</summary>
[GenerateSerializer, Immutable, Alias("territory.RunResult")]
public sealed record RunResult(
    [property: Id(0)] CommandResult Outcome,
    [property: Id(1)] RunProgress? Run);

/// <summary>Two versions of a day's plan and what the right one has more than the left one.</summary>
[GenerateSerializer, Immutable, Alias("territory.PlanComparison")]
public sealed record PlanComparison(
    [property: Id(0)] CommandResult Outcome,
    [property: Id(1)] DeliveryPlan? Left,
    [property: Id(2)] DeliveryPlan? Right,
    [property: Id(3)] PlanChange? Change);
