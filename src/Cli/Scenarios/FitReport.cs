using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Territory.Simulation.Lab.Calibration;
using Territory.Simulation.Lab.Scenarios.Fitting;

namespace Territory.Cli.Scenarios;

/// <summary>A fit as the one JSON object that the command prints, and as tables.</summary>
internal static class FitReport
{
    public static JsonObject Of(MarketFitResult fit, ulong seed)
    {
        var posterior = fit.Backtest.Posterior;
        return new JsonObject
        {
            ["weeks"] = fit.Weeks,
            ["unknownDeliveries"] = fit.Unknown,
            ["outsideDeliveries"] = fit.Outside,
            ["seed"] = seed,
            ["runs"] = posterior.Runs,
            ["ended"] = posterior.End.ToString(),
            ["tolerance"] = posterior.Tolerance,
            ["acceptance"] = posterior.Acceptance,
            ["parameters"] = new JsonArray([.. posterior.Estimates.Select((estimate, index) => (JsonNode)new JsonObject
            {
                ["path"] = estimate.Name,
                ["median"] = estimate.Median,
                ["low"] = estimate.Low,
                ["high"] = estimate.High,
                ["mean"] = estimate.Mean,
                ["sd"] = estimate.StandardDeviation,
                ["correlations"] = new JsonArray([.. posterior.Correlations[index].Select(value => (JsonNode)Math.Round(value, 4))]),
            })]),
            ["backtest"] = fit.Backtest.IsTried ? Tried(fit) : null,
        };
    }

    private static JsonObject Tried(MarketFitResult fit) => new()
    {
        ["heldOutWeeks"] = fit.Backtest.Total.Weeks.Count,
        ["mape"] = fit.Backtest.Total.Mape,
        ["coverage"] = Math.Round(fit.Backtest.Coverage, 4),
        ["weeks"] = new JsonArray([.. fit.Backtest.Total.Weeks.Select(week => (JsonNode)new JsonObject
        {
            ["week"] = week.Week + 1, ["actual"] = week.Actual, ["low"] = week.Low, ["median"] = week.Median, ["high"] = week.High,
        })]),
        ["cells"] = new JsonArray([.. fit.Backtest.Cells.Select((cell, index) => (JsonNode)new JsonObject
        {
            ["cell"] = fit.Squares[index], ["mape"] = cell.Mape, ["coverage"] = Math.Round(cell.Coverage, 4),
        })]),
    };

    public static string Sample(Posterior posterior)
    {
        var text = new StringBuilder().AppendJoin(',', posterior.Parameters.Select(parameter => $"\"{parameter.Name}\"")).Append(",weight,distance\n");
        foreach (var set in posterior.Sample)
            text.AppendJoin(',', set.Parameters.Select(value => value.ToString("G9", CultureInfo.InvariantCulture))).Append(CultureInfo.InvariantCulture, $",{set.Weight:G9},{set.Distance:G9}\n");
        return text.ToString();
    }
}
