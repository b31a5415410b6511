using System.Text.Json.Serialization;
using Territory.Model.Ids;

namespace Territory.Contracts.Lab;

/// <summary>How a parameter is likely to be distributed before anything is known.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LabScale>))]
public enum LabScale
{
    /// <summary>Equal differences are equally likely.</summary>
    [JsonStringEnumMemberName("linear")]
    Linear,

    /// <summary>Equal ratios are; the values are above 0.</summary>
    [JsonStringEnumMemberName("log")]
    Logarithmic,
}

/// <summary>A number of a scenario to be fitted, and between what values it is looked for.</summary>
/// <param name="Path">As a variant names it.</param>
[GenerateSerializer, Immutable, Alias("territory.LabParameterRange")]
public sealed record LabParameterRange(
    [property: Id(0)] string Path,
    [property: Id(1)] double Low,
    [property: Id(2)] double High,
    [property: Id(3)] LabScale Scale);

/// <summary>How a scenario is fitted to history (校准).</summary>
/// <param name="HoldOutWeeks">The last weeks, which are forecast and not fitted to.</param>
/// <param name="Population">Parameter sets that are kept.</param>
/// <param name="Runs">Of the scenario, at most, beside the forecasts.</param>
[GenerateSerializer, Immutable, Alias("territory.LabCalibrationSettings")]
public sealed record LabCalibrationSettings(
    [property: Id(0)] IReadOnlyList<LabParameterRange> Parameters,
    [property: Id(1)] int HoldOutWeeks,
    [property: Id(2)] long Seed,
    [property: Id(3)] int Population,
    [property: Id(4)] int Runs);

/// <summary>What a terminal got on a day, all products together.</summary>
[GenerateSerializer, Immutable, Alias("territory.LabDelivery")]
public sealed record LabDelivery(
    [property: Id(0)] DateOnly Date,
    [property: Id(1)] string Terminal,
    [property: Id(2)] int Cases);

/// <summary>Fits numbers of a scenario to deliveries, and tries the fit on weeks held out.</summary>
/// <param name="Scenario">The scenario's id, with its version; kept with the calibration, which has a copy of the content.</param>
/// <param name="History">Null: those of the scenario's live regions within its days.</param>
/// <param name="Only">The one live region whose terminals may be used; null: any.</param>
/// <param name="IsLive">The history given is that of live regions as an earlier calibration found it.</param>
[GenerateSerializer, Immutable, Alias("territory.StartLabCalibration")]
public sealed record StartLabCalibration(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] string Scenario,
    [property: Id(2)] int ScenarioVersion,
    [property: Id(3)] string Content,
    [property: Id(4)] LabCalibrationSettings Settings,
    [property: Id(5)] IReadOnlyList<LabDelivery>? History,
    [property: Id(6)] RegionId? Only,
    [property: Id(7)] bool IsLive) : ICommand;

/// <summary>Ends a fit with its last whole population, from which the forecasts are still made.</summary>
[GenerateSerializer, Immutable, Alias("territory.StopLabCalibration")]
public sealed record StopLabCalibration(
    [property: Id(0)] CommandHeader Header) : ICommand;

/// <summary>Puts the end of a calibration on record, after its texts.</summary>
[GenerateSerializer, Immutable, Alias("territory.RecordCalibrationEnd")]
public sealed record RecordCalibrationEnd(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] LabCalibrationEnded End) : ICommand;

/// <summary>A calibration began; with its scenario, settings and history it can be run again at any time and gives the same result.</summary>
/// <param name="Name">Of the scenario.</param>
/// <param name="IsLive">Whether the history is that of live regions.</param>
/// <param name="LiveRegions">The regions of the live territory whose terminals it uses.</param>
[GenerateSerializer, Immutable, Alias("territory.LabCalibrationStarted")]
public sealed record LabCalibrationStarted(
    [property: Id(0)] string Calibration,
    [property: Id(1)] string Scenario,
    [property: Id(2)] int ScenarioVersion,
    [property: Id(3)] string Name,
    [property: Id(4)] LabCalibrationSettings Settings,
    [property: Id(5)] bool IsLive,
    [property: Id(6)] int Deliveries,
    [property: Id(7)] IReadOnlyList<RegionId> LiveRegions,
    [property: Id(8)] UserId By,
    [property: Id(9)] DateTimeOffset At) : IEvent;

/// <param name="HasFit">Whether it gave one; a fit that was stopped before its first population gave none.</param>
/// <param name="Error">Why it failed.</param>
[GenerateSerializer, Immutable, Alias("territory.LabCalibrationEnded")]
public sealed record LabCalibrationEnded(
    [property: Id(0)] LabRunEnd End,
    [property: Id(1)] bool HasFit,
    [property: Id(2)] int Runs,
    [property: Id(3)] IReadOnlyList<LabPopulation> Populations,
    [property: Id(4)] double Seconds,
    [property: Id(5)] string? Error) : IEvent;

/// <summary>One finished population of a fit.</summary>
/// <param name="Tolerance">The largest distance from history in it.</param>
/// <param name="Runs">Of the scenario.</param>
/// <param name="Acceptance">Share of the proposals looked at that are in it.</param>
/// <param name="EffectiveSize">How many equally weighted sets would know as much.</param>
[GenerateSerializer, Immutable, Alias("territory.LabPopulation")]
public sealed record LabPopulation(
    [property: Id(0)] double Tolerance,
    [property: Id(1)] int Runs,
    [property: Id(2)] double Acceptance,
    [property: Id(3)] double EffectiveSize);

/// <summary>A calibration as it is now.</summary>
/// <param name="IsForecasting">The fit is done, and the weeks held out are forecast.</param>
/// <param name="Runs">Of the scenario so far, those of the forecasts among them.</param>
[GenerateSerializer, Immutable, Alias("territory.LabCalibrationProgress")]
public sealed record LabCalibrationProgress(
    [property: Id(0)] LabRunState State,
    [property: Id(1)] bool IsForecasting,
    [property: Id(2)] int Runs,
    [property: Id(3)] IReadOnlyList<LabPopulation> Populations,
    [property: Id(4)] double Seconds,
    [property: Id(5)] string? Error);
