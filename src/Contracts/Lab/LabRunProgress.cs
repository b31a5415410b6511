using System.Text.Json.Serialization;

namespace Territory.Contracts.Lab;

/// <summary>How a run of the lab stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LabRunState>))]
public enum LabRunState
{
    [JsonStringEnumMemberName("waiting")]
    Waiting,

    [JsonStringEnumMemberName("running")]
    Running,

    [JsonStringEnumMemberName("done")]
    Done,

    [JsonStringEnumMemberName("stopped")]
    Stopped,

    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>The process ended while it went on; it can be run again with the same result.</summary>
    [JsonStringEnumMemberName("interrupted")]
    Interrupted,
}

/// <summary>A figure over the replications so far.</summary>
/// <param name="Low">Of the confidence interval; null below two replications.</param>
[GenerateSerializer, Immutable, Alias("territory.LabFigure")]
public sealed record LabFigure(
    [property: Id(0)] string Figure,
    [property: Id(1)] double Mean,
    [property: Id(2)] double? Low,
    [property: Id(3)] double? High);

/// <summary>A run as it is now.</summary>
/// <param name="Variant">The one that is running: 0 is the scenario itself, then its variants.</param>
/// <param name="Finished">Replications of that variant; of an ended run, of all.</param>
/// <param name="Figures">Those that a watcher looks at first, of that variant; empty where it has ended.</param>
[GenerateSerializer, Immutable, Alias("territory.LabRunProgress")]
public sealed record LabRunProgress(
    [property: Id(0)] LabRunState State,
    [property: Id(1)] int Variant,
    [property: Id(2)] int Finished,
    [property: Id(3)] int FailedReplications,
    [property: Id(4)] double Seconds,
    [property: Id(5)] string? Error,
    [property: Id(6)] IReadOnlyList<LabFigure> Figures);
