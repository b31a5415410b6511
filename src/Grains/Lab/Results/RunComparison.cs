using System.Text.Json.Nodes;
using Territory.Contracts.Lab;
using Territory.Grains.Actors;
using Territory.ReadModel.Lab;
using Territory.Simulation.Lab.Statistics;

namespace Territory.Grains.Lab.Results;

/// <summary>The scenarios of two runs, replication by replication under the same luck.</summary>
internal static class RunComparison
{
    public static LabAnswer Of(LabRunRecord leftRun, ReplicationResult left, LabRunRecord rightRun, ReplicationResult right)
    {
        if (left.Plan.Seed != right.Plan.Seed || left.Plan.Antithetic != right.Plan.Antithetic)
        {
            return LabAnswer.Refused(Refusal.Of(
                "lab.seeds-differ",
                ("left", $"{leftRun.Start.Settings.Seed}"), ("right", $"{rightRun.Start.Settings.Seed}"),
                ("leftAntithetic", left.Plan.Antithetic ? "true" : "false"), ("rightAntithetic", right.Plan.Antithetic ? "true" : "false")).ToResult());
        }

        if (!left.Plan.Figures.SequenceEqual(right.Plan.Figures, StringComparer.Ordinal))
        {
            var apart = left.Plan.Figures.Except(right.Plan.Figures).Concat(right.Plan.Figures.Except(left.Plan.Figures)).FirstOrDefault() ?? "";
            return LabAnswer.Refused(Refusal.Of("lab.figures-differ", ("figure", apart)).ToResult());
        }

        var comparison = PairedComparison.Of(left, right, MultipleTests.Holm);
        var json = new JsonObject
        {
            ["left"] = Side(leftRun, left),
            ["right"] = Side(rightRun, right),
            ["pairs"] = comparison.Pairs,
            ["unpaired"] = comparison.Unpaired,
            ["confidence"] = comparison.Confidence,
            ["figures"] = new JsonArray([.. comparison.Figures.Select(figure => (JsonNode)Figure(figure))]),
        };
        return LabAnswer.Of(json.ToJsonString());
    }

    private static JsonObject Side(LabRunRecord run, ReplicationResult result) => new()
    {
        ["run"] = run.Start.Run,
        ["scenario"] = run.Start.Scenario,
        ["version"] = run.Start.ScenarioVersion,
        ["name"] = run.Start.Name,
        ["replications"] = result.Finished.Count,
    };

    private static JsonObject Figure(FigureComparison figure)
    {
        var text = FigureText.Of(figure);
        text.Insert(1, "left", FigureText.Number(figure.Baseline));
        text.Insert(2, "right", FigureText.Number(figure.Scenario));
        return text;
    }
}
