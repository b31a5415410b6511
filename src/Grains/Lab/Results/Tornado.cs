using System.Text.Json.Nodes;
using Territory.Contracts.Lab;
using Territory.ReadModel.Lab;
using Territory.Simulation.Lab.Statistics;

namespace Territory.Grains.Lab.Results;

/// <summary>How far each assumption moves a figure when it is low or high and the others stay (龙卷风图), all under the same luck, the widest first.</summary>
/// <remarks>Source: one-at-a-time analysis as in Eschenbach: "Spiderplots versus tornado diagrams for sensitivity analysis", 1992, with paired intervals.</remarks>
internal static class Tornado
{
    /// <param name="results">The scenario itself, then low and high of each assumption, fewer where the run was stopped.</param>
    public static LabAnswer Of(LabRunRecord run, LabSensitivity asked, IReadOnlyList<ReplicationResult> results)
    {
        var place = results[0].Plan.Figures.ToList().IndexOf(asked.Figure);
        var basis = Only(results[0], place);
        var bars = asked.Paths.Index()
            .Where(pair => (2 * pair.Index) + 2 < results.Count)
            .Select(pair => Bar(pair.Item, basis, Only(results[(2 * pair.Index) + 1], place), Only(results[(2 * pair.Index) + 2], place)))
            .OrderByDescending(bar => bar.Swing).ThenBy(bar => bar.Path, StringComparer.Ordinal);
        var json = new JsonObject
        {
            ["run"] = run.Start.Run,
            ["scenario"] = run.Start.Scenario,
            ["version"] = run.Start.ScenarioVersion,
            ["figure"] = asked.Figure,
            ["base"] = FigureText.Of(asked.Figure, basis.Interval(0)),
            ["bars"] = new JsonArray([.. bars.Select(bar => (JsonNode)bar.Json)]),
        };
        return LabAnswer.Of(json.ToJsonString());
    }

    private static (string Path, double Swing, JsonObject Json) Bar(LabAssumptionRange range, ReplicationResult basis, ReplicationResult low, ReplicationResult high)
    {
        var atLow = PairedComparison.Of(basis, low, MultipleTests.Separate).Figures[0];
        var atHigh = PairedComparison.Of(basis, high, MultipleTests.Separate).Figures[0];
        double[] reached = [0, atLow.Difference.Mean, atHigh.Difference.Mean];
        var swing = reached.Max() - reached.Min();
        return (range.Path, swing, new JsonObject
        {
            ["path"] = range.Path,
            ["swing"] = FigureText.Number(swing),
            ["low"] = End(range.Low, atLow),
            ["high"] = End(range.High, atHigh),
        });
    }

    private static JsonObject End(double value, FigureComparison figure)
    {
        var text = FigureText.Of(figure);
        text.Remove("figure");
        text.Insert(0, "value", value);
        return text;
    }

    private static ReplicationResult Only(ReplicationResult result, int figure) => result with
    {
        Plan = result.Plan with { Figures = [result.Plan.Figures[figure]] },
        Finished = [.. result.Finished.Select(replication => replication with { Figures = [replication.Figures[figure]] })],
    };
}
