using System.Text.Json.Nodes;
using Territory.Simulation.Lab.Statistics;

namespace Territory.Grains.Lab.Results;

/// <summary>Intervals and comparisons as the API gives them.</summary>
internal static class FigureText
{
    /// <summary>A single replication has no band: null, never an invented one.</summary>
    public static JsonNode? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;

    public static JsonObject Of(string name, ConfidenceInterval interval) => new()
    {
        ["figure"] = name,
        ["mean"] = Number(interval.Mean),
        ["low"] = Number(interval.Low),
        ["high"] = Number(interval.High),
        ["sd"] = Number(interval.StandardDeviation),
    };

    public static JsonObject Of(FigureComparison figure) => new()
    {
        ["figure"] = figure.Figure,
        ["difference"] = Number(figure.Difference.Mean),
        ["low"] = Number(figure.Difference.Low),
        ["high"] = Number(figure.Difference.High),
        ["confidence"] = Number(figure.Difference.Confidence),
        ["p"] = Number(figure.AdjustedPValue),
        ["varianceSaved"] = Number(figure.VarianceReduction),
        ["verdict"] = Of(figure.Verdict),
    };

    private static string Of(ComparisonVerdict verdict) => verdict switch
    {
        ComparisonVerdict.Higher => "higher",
        ComparisonVerdict.Lower => "lower",
        ComparisonVerdict.NoSignificantDifference => "no-significant-difference",
        _ => "too-few-replications",
    };
}
