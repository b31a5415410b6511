using System.Text.Json;
using Territory.Contracts.Lab;
using Territory.Dashboard.Hosting;
using Territory.Dashboard.Plans;
using Territory.Model.Ids;
using Territory.ReadModel.Lab;

namespace Territory.Dashboard.Lab;

/// <summary>Deliveries that were brought along.</summary>
public sealed record CalibrationHistory(IReadOnlyList<LabDelivery> Rows);

/// <summary>Fit numbers of a scenario to history.</summary>
/// <param name="History">Null: that of the scenario's live regions.</param>
public sealed record StartCalibrationRequest(
    CommandId CommandId, string Scenario, int Version, IReadOnlyList<LabParameterRange> Parameters, int HoldOutWeeks = 4, long Seed = 1, int Population = 200, int Runs = 10_000,
    CalibrationHistory? History = null)
{
    private const int MostShown = 100;

    internal LabCalibrationSettings Settings => new(Parameters, HoldOutWeeks, Seed, Population, Runs);

    internal IReadOnlyList<RequestProblem> Problems() =>
    [
        .. DispatchLimits.Some([Parameters.Any(range => range is null) ? new RequestProblem("lab.path-missing", "A parameter is an object with its path, low and high value.", "parameters") : null]),
        .. (History?.Rows ?? []).Index().Where(row => row.Item is null || string.IsNullOrWhiteSpace(row.Item.Terminal) || row.Item.Cases < 0).Take(MostShown)
            .Select(row => new RequestProblem("history.row", "A delivery has a day, the terminal's id, and a whole number of cases, at least 0.", $"history.rows[{row.Index}]")),
    ];
}

public sealed record CalibrationStarted(string Calibration);

/// <summary>Keep the fitted scenario, as the next version of the one that was fitted or as a new one.</summary>
/// <param name="BaseVersion">The version that is changed; null: a new scenario.</param>
/// <param name="Name">Null: the scenario's.</param>
public sealed record KeepFittedRequest(CommandId CommandId, int? BaseVersion = null, string? Name = null);

/// <summary>A calibration as it is now.</summary>
/// <param name="Runs">So far, those of the forecasts among them.</param>
/// <param name="Fit">Null in lists, and before the end.</param>
public sealed record CalibrationAnswer(
    string Calibration, string Scenario, string Name, int Version, LabRunState State, UserId By, DateTimeOffset At, IReadOnlyList<LabParameterRange> Parameters, int HoldOutWeeks,
    long Seed, int Population, int MostRuns, string History, int Deliveries, string Phase, int Runs, IReadOnlyList<LabPopulation> Populations, double Seconds, string? Error,
    JsonElement? Fit)
{
    public static CalibrationAnswer Of(LabCalibrationRecord record, LabCalibrationProgress progress)
    {
        var (start, settings) = (record.Start, record.Start.Settings);
        return new CalibrationAnswer(
            start.Calibration, start.Scenario, start.Name, start.ScenarioVersion, progress.State, start.By, start.At, settings.Parameters, settings.HoldOutWeeks, settings.Seed,
            settings.Population, settings.Runs, start.IsLive ? "live" : "rows", start.Deliveries, progress.IsForecasting ? "forecast" : "fit", progress.Runs, progress.Populations,
            progress.Seconds, progress.Error, null);
    }
}
