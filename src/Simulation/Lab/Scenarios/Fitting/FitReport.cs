using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Territory.Simulation.Lab.Calibration;

namespace Territory.Simulation.Lab.Scenarios.Fitting;

/// <summary>A fit as JSON: what was found of the parameters, and how well it forecast the weeks held out.</summary>
/// <param name="firstDay">Of the scenario.</param>
public sealed class FitReport(MarketFitResult fit, MarketFitOptions options, DateOnly firstDay)
{
    private const int CoverageDecimals = 4;
    private const int CorrelationDecimals = 4;

    private readonly Posterior posterior = fit.Backtest.Posterior;

    public JsonObject Create() => new()
    {
        ["weeks"] = fit.Weeks,
        ["unknownDeliveries"] = fit.Unknown,
        ["outsideDeliveries"] = fit.Outside,
        ["terminals"] = fit.Terminals,
        ["uncountedTerminals"] = fit.Uncounted,
        ["seed"] = options.Calibration.Seed,
        ["runs"] = posterior.Runs,
        ["refused"] = posterior.Refused,
        ["ended"] = JsonNamingPolicy.CamelCase.ConvertName(posterior.End.ToString()),
        ["tolerance"] = posterior.Tolerance,
        ["acceptance"] = posterior.Acceptance,
        ["parameters"] = new JsonArray([.. posterior.Estimates.Select((estimate, index) => (JsonNode)new JsonObject
        {
            ["path"] = estimate.Name,
            ["low"] = estimate.Low,
            ["median"] = estimate.Median,
            ["high"] = estimate.High,
            ["mean"] = estimate.Mean,
            ["sd"] = estimate.StandardDeviation,
            ["correlations"] = new JsonArray([.. posterior.Correlations[index].Select(value => (JsonNode)Math.Round(value, CorrelationDecimals))]),
        })]),
        ["backtest"] = new JsonObject
        {
            ["band"] = options.Band,
            ["forecasts"] = options.Forecasts,
            ["heldOutWeeks"] = fit.Backtest.Total.Weeks.Count,
            ["mape"] = fit.Backtest.Total.Mape,
            ["coverage"] = Math.Round(fit.Backtest.Total.Coverage, CoverageDecimals),
            ["modelError"] = fit.Backtest.Error.Spread,
            ["cellModelError"] = fit.Backtest.CellError.Spread,
            ["cellCoverage"] = Math.Round(fit.Backtest.Coverage, CoverageDecimals),
            ["weeks"] = Weeks(fit.Backtest.Fitted, fit.Backtest.Total.Weeks),
            ["cells"] = new JsonArray([.. fit.Backtest.Cells.Zip(fit.Squares, (cell, square) => (JsonNode)new JsonObject
            {
                ["cell"] = square.Name,
                ["region"] = square.Region,
                ["longitude"] = square.Longitude,
                ["latitude"] = square.Latitude,
                ["mape"] = cell.Mape,
                ["coverage"] = Math.Round(cell.Coverage, CoverageDecimals),
            })]),
        },
        ["populations"] = new JsonArray([.. posterior.Populations.Select(population => (JsonNode)new JsonObject
        {
            ["tolerance"] = population.Tolerance,
            ["runs"] = population.Runs,
            ["acceptance"] = population.Acceptance,
            ["effectiveSize"] = population.EffectiveSize,
        })]),
    };

    /// <summary>The weeks of all squares together and of each, those held out with their forecast.</summary>
    public JsonArray Cells() =>
    [
        new JsonObject { ["cell"] = "all", ["weeks"] = Weeks(fit.Backtest.Fitted, fit.Backtest.Total.Weeks) },
        .. fit.Backtest.Cells.Zip(fit.Squares, (cell, square) => new JsonObject
        {
            ["cell"] = square.Name, ["longitude"] = square.Longitude, ["latitude"] = square.Latitude, ["weeks"] = Weeks([], cell.Weeks),
        }),
    ];

    /// <summary>The parameter sets: the names of the columns, and a row for each.</summary>
    public JsonObject Sample() => new()
    {
        ["columns"] = new JsonArray([.. posterior.Parameters.Select(parameter => (JsonNode)parameter.Name), "weight", "distance"]),
        ["rows"] = new JsonArray([.. posterior.Sample.Select(set => (JsonNode)new JsonArray([.. set.Parameters.Select(value => (JsonNode)value), set.Weight, set.Distance]))]),
    };

    private JsonArray Weeks(IEnumerable<WeekForecast> fitted, IEnumerable<WeekForecast> heldOut) =>
        [.. fitted.Select(week => Week(week, false)), .. heldOut.Select(week => Week(week, true))];

    private JsonNode Week(WeekForecast week, bool isHeldOut) => new JsonObject
    {
        ["week"] = week.Week + 1,
        ["firstDay"] = firstDay.AddDays(7 * week.Week).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["actual"] = week.Actual,
        ["low"] = week.Low,
        ["median"] = week.Median,
        ["high"] = week.High,
        ["heldOut"] = isHeldOut,
    };
}
