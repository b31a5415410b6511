using System.Globalization;
using System.Text.Json.Nodes;
using Territory.Simulation.Lab.FieldCosts;
using Territory.Simulation.Lab.Scenarios;
using Territory.Simulation.Lab.Scenarios.Runs;
using Territory.Simulation.Lab.Statistics;

namespace Territory.Cli.Scenarios;

/// <summary>A scenario's result as the one JSON object that the command prints.</summary>
internal static class ScenarioReport
{
    /// <summary>The laws by which regions' roads are computed, with what they are wrong by on days they were not fitted to.</summary>
    public static JsonArray FieldCosts(ReadScenario scenario) => new([.. scenario.Setup.Regions.Zip(scenario.FieldCosts)
        .Where(pair => pair.Second is not null)
        .Select(pair => (JsonNode)FieldCostReport.Of(pair.First.Id, pair.Second!))]);

    public static JsonObject Of(ScenarioResult result, double seconds, bool withHashes)
    {
        var report = new JsonObject
        {
            ["scenario"] = result.Scenario.Name,
            ["firstDay"] = result.Scenario.FirstDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["days"] = result.Scenario.Days,
            ["seed"] = result.Options.Seed,
            ["threads"] = result.Options.Threads,
            ["antithetic"] = result.Options.Antithetic,
            ["confidence"] = result.Options.Confidence,
            ["complete"] = result.IsComplete,
            ["seconds"] = Math.Round(seconds, 3),
        };
        AddRuns(report, result.Base, withHashes);
        report["variants"] = new JsonArray([.. result.Variants.Select(variant => (JsonNode)Variant(variant, withHashes))]);
        return report;
    }

    private static JsonObject Variant(VariantResult variant, bool withHashes)
    {
        var report = new JsonObject { ["name"] = variant.Name };
        AddRuns(report, variant, withHashes);
        if (variant.Against is { } comparison)
        {
            report["pairs"] = comparison.Pairs;
            report["correction"] = comparison.Correction.ToString();
            report["differences"] = new JsonArray([.. comparison.Figures.Select(figure => (JsonNode)Difference(figure))]);
        }

        return report;
    }

    private static void AddRuns(JsonObject report, VariantResult variant, bool withHashes)
    {
        var runs = variant.Replications;
        report["replications"] = runs.Finished.Count;
        report["ended"] = runs.End.ToString();
        report["failed"] = new JsonArray([.. runs.Failed.Select(failed => (JsonNode)new JsonObject
        {
            ["replication"] = failed.Number,
            ["seed"] = failed.Seed.ToString(CultureInfo.InvariantCulture),
            ["antithetic"] = failed.Antithetic,
            ["error"] = failed.Error,
        })]);
        report["kpis"] = new JsonArray([.. runs.Plan.Figures.Index().Select(pair => (JsonNode)Figure(pair.Item, runs.Interval(pair.Index)))]);
        if (withHashes)
            report["hashes"] = new JsonArray([.. variant.Hashes.Select(hash => (JsonNode)hash.ToString("x16", CultureInfo.InvariantCulture))]);
    }

    private static JsonObject Figure(string name, ConfidenceInterval interval) => new()
    {
        ["figure"] = name,
        ["mean"] = Number(interval.Mean),
        ["low"] = Number(interval.Low),
        ["high"] = Number(interval.High),
        ["sd"] = Number(interval.StandardDeviation),
    };

    private static JsonObject Difference(FigureComparison figure) => new()
    {
        ["figure"] = figure.Figure,
        ["difference"] = Number(figure.Difference.Mean),
        ["low"] = Number(figure.Difference.Low),
        ["high"] = Number(figure.Difference.High),
        ["confidence"] = Number(figure.Difference.Confidence),
        ["p"] = Number(figure.AdjustedPValue),
        ["variance_saved"] = Number(figure.VarianceReduction),
        ["verdict"] = figure.Verdict switch
        {
            ComparisonVerdict.Higher => "higher",
            ComparisonVerdict.Lower => "lower",
            ComparisonVerdict.NoSignificantDifference => "no significant difference",
            _ => "too few replications to say",
        },
    };

    // A single replication has no band: null, never an invented one.
    private static JsonNode? Number(double value) => double.IsFinite(value) ? JsonValue.Create(Math.Round(value, 6)) : null;
}
