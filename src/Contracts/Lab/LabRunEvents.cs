using System.Text.Json.Serialization;
using Territory.Model.Ids;

namespace Territory.Contracts.Lab;

/// <summary>A run of a scenario began; with its content and settings it can be run again at any time and gives the same result.</summary>
/// <param name="Run">The run's id.</param>
/// <param name="Name">Of the scenario.</param>
/// <param name="Variants">How many there are with the scenario itself.</param>
/// <param name="LiveRegions">The regions of the live territory whose terminals it uses.</param>
[GenerateSerializer, Immutable, Alias("territory.LabRunStarted")]
public sealed record LabRunStarted(
    [property: Id(0)] string Run,
    [property: Id(1)] string Scenario,
    [property: Id(2)] int ScenarioVersion,
    [property: Id(3)] string Name,
    [property: Id(4)] int Variants,
    [property: Id(5)] LabRunSettings Settings,
    [property: Id(6)] IReadOnlyList<RegionId> LiveRegions,
    [property: Id(7)] UserId By,
    [property: Id(8)] DateTimeOffset At) : IEvent;

/// <summary>What a text of a run is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LabTextKind>))]
public enum LabTextKind
{
    /// <summary>The scenario with every live region fixed at a position of the journal.</summary>
    Scenario,

    /// <summary>What each region started from.</summary>
    Inputs,

    /// <summary>What the scenario or a variant of it came to.</summary>
    Variant,

    /// <summary>The figures of every replication of the scenario or a variant.</summary>
    Replications,

    /// <summary>The deliveries that a calibration fits to.</summary>
    History,

    /// <summary>What a calibration found.</summary>
    Fit,

    /// <summary>The parameter sets that a calibration found.</summary>
    Sample,

    /// <summary>Each week of a calibration's history by squares of the map, with what was forecast of it.</summary>
    Weeks,

    /// <summary>The scenario at the medians that a calibration found.</summary>
    FittedScenario,

    /// <summary>A market census.</summary>
    Census,
}

/// <summary>A piece of a text of a run was put on record; long texts come in several.</summary>
/// <param name="Number">0 is the scenario itself, then its variants.</param>
/// <param name="Part">From 0; the text is its parts one after the other.</param>
[GenerateSerializer, Immutable, Alias("territory.LabTextRecorded")]
public sealed record LabTextRecorded(
    [property: Id(0)] LabTextKind Kind,
    [property: Id(1)] int Number,
    [property: Id(2)] int Part,
    [property: Id(3)] string Content) : IEvent;

/// <summary>How a run ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LabRunEnd>))]
public enum LabRunEnd
{
    Done,

    /// <summary>Someone stopped it; what had finished is kept.</summary>
    Stopped,

    /// <summary>It gave no figures.</summary>
    Failed,
}

/// <param name="Variants">Those with results, the scenario itself included.</param>
/// <param name="Finished">Replications of all of them.</param>
/// <param name="FailedReplications">Likewise; their seeds and faults stand in the result.</param>
/// <param name="Error">Why it failed as a whole.</param>
[GenerateSerializer, Immutable, Alias("territory.LabRunEnded")]
public sealed record LabRunEnded(
    [property: Id(0)] LabRunEnd End,
    [property: Id(1)] int Variants,
    [property: Id(2)] int Finished,
    [property: Id(3)] int FailedReplications,
    [property: Id(4)] double Seconds,
    [property: Id(5)] string? Error) : IEvent;
