using System.Globalization;
using System.Text.Json.Nodes;
using Territory.Simulation.Lab.Scenarios.Runs;
using Territory.Simulation.Lab.Statistics;

namespace Territory.Grains.Lab.Results;

/// <summary>What the scenario or a variant of it came to, as the API gives it.</summary>
internal static class VariantText
{
    /// <summary>A curve is drawn, not reckoned with.</summary>
    private const int CurveDecimals = 6;

    public static JsonObject Of(VariantResult variant)
    {
        var runs = variant.Replications;
        var text = new JsonObject
        {
            ["name"] = variant.Name,
            ["replications"] = runs.Finished.Count,
            ["ended"] = Of(runs.End),
            ["failed"] = new JsonArray([.. runs.Failed.Select(failed => (JsonNode)new JsonObject
            {
                ["replication"] = failed.Number,
                ["seed"] = failed.Seed.ToString(CultureInfo.InvariantCulture),
                ["antithetic"] = failed.Antithetic,
                ["error"] = failed.Error,
            })]),
            ["kpis"] = new JsonArray([.. runs.Plan.Figures.Index().Select(pair => (JsonNode)FigureText.Of(pair.Item, runs.Interval(pair.Index)))]),
        };
        if (variant.Against is { } comparison)
        {
            text["pairs"] = comparison.Pairs;
            text["differences"] = new JsonArray([.. comparison.Figures.Select(figure => (JsonNode)FigureText.Of(figure))]);
        }

        text["curves"] = new JsonArray([.. variant.Curves.Select(curve => (JsonNode)new JsonObject
        {
            ["region"] = curve.Region,
            ["measure"] = curve.Measure,
            ["mean"] = Values(curve.Mean),
            ["low"] = Values(curve.Low),
            ["high"] = Values(curve.High),
        })]);
        return text;
    }

    private static string Of(ReplicationEnd end) => end switch
    {
        ReplicationEnd.Complete => "complete",
        ReplicationEnd.Precise => "precise",
        ReplicationEnd.Cancelled => "cancelled",
        _ => "failed",
    };

    private static JsonArray Values(IReadOnlyList<double> values) => [.. values.Select(value => FigureText.Number(Math.Round(value, CurveDecimals)))];
}
