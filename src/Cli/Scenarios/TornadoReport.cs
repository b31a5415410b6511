using System.Text.Json.Nodes;
using Territory.Simulation.Lab.Calibration;
using Territory.Simulation.Lab.Statistics;

namespace Territory.Cli.Scenarios;

/// <summary>What moves each figure, the strongest assumption first.</summary>
internal static class TornadoReport
{
    public static JsonArray Of(IReadOnlyList<Tornado> tornadoes) => new([.. tornadoes.Select(tornado => (JsonNode)new JsonObject
    {
        ["figure"] = tornado.Figure,
        ["base"] = Number(tornado.Base.Mean),
        ["assumptions"] = new JsonArray([.. tornado.Bars.Select(bar => (JsonNode)new JsonObject
        {
            ["path"] = bar.Assumption.Name,
            ["low"] = bar.Assumption.Low,
            ["base"] = bar.Assumption.Base,
            ["high"] = bar.Assumption.High,
            ["atLow"] = Change(bar.AtLow),
            ["atHigh"] = Change(bar.AtHigh),
        })]),
    })]);

    private static JsonObject Change(ConfidenceInterval change) => new() { ["change"] = Number(change.Mean), ["low"] = Number(change.Low), ["high"] = Number(change.High) };

    private static JsonNode? Number(double value) => double.IsFinite(value) ? JsonValue.Create(Math.Round(value, 6)) : null;
}
