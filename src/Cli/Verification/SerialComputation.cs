using System.CommandLine;
using System.Text.Json.Nodes;
using Territory.Simulation.KnownAnswers.Inventory;

namespace Territory.Cli.Verification;

/// <summary>The best levels of stages in a row, with the caller's own parameters.</summary>
internal static class SerialComputation
{
    private const int MostStages = 20;

    public static Command Create(CommandContext context)
    {
        var holding = NumberOption.List("--echelon-holding", "Echelon holding cost of each stage, the one that meets demand first.", allowsZero: false, MostStages);
        var leadTimes = NumberOption.List("--lead-times", "Lead time of each stage, in the same order.", allowsZero: true, MostStages);
        var shortage = NumberOption.Positive("--shortage", "Cost of a unit owed to customers for a unit of time.");
        var mean = NumberOption.NotNegative("--mean", "Mean demand of a unit of time.");
        var deviation = NumberOption.Positive("--sd", "Standard deviation of a unit of time's demand.");
        var upstreamFirst = new Option<bool>("--upstream-first") { Description = "The two lists begin with the stage farthest from demand." };
        var command = new Command("serial", "The best echelon base-stock levels of stages in a row (Clark and Scarf 1960, Chen and Zheng 1994), beside newsvendor levels (Shang and Song 2003).")
        {
            holding, leadTimes, shortage, mean, deviation, upstreamFirst,
        };
        command.Validators.Add(result =>
        {
            // Both are read before either is given up, so that what is wrong with each is listed.
            if (!result.TryRead(holding, out var costs) | !result.TryRead(leadTimes, out var waits))
                return;
            if (costs.Length != waits.Length)
                result.AddError($"--echelon-holding and --lead-times must have as many numbers (found {costs.Length} and {waits.Length}).");
            else if (waits.All(time => time == 0))
                result.AddError("--lead-times: one must be above 0, or nothing ever waits.");
        });
        return Computation.Answering(command, context, parsed =>
        {
            var (costs, times) = (parsed.GetRequiredValue(holding), parsed.GetRequiredValue(leadTimes));
            if (parsed.GetValue(upstreamFirst))
            {
                Array.Reverse(costs);
                Array.Reverse(times);
            }

            foreach (var cost in costs)
                Figures.RequireComparable(cost, parsed.GetValue(shortage));
            var system = new SerialSystem(costs, times, parsed.GetValue(shortage), parsed.GetValue(mean), parsed.GetValue(deviation));
            var best = system.Optimum();
            var local = best.LocalLevels;
            var heuristic = system.NewsvendorHeuristic();
            var stages = Enumerable.Range(0, costs.Length).Select(stage => (JsonNode)new JsonObject
            {
                ["stage"] = stage + 1,
                ["echelonHolding"] = Figures.Of(costs[stage]),
                ["leadTime"] = Figures.Of(times[stage]),
                ["echelonBaseStock"] = Figures.Of(best.EchelonLevels[stage]),
                ["localBaseStock"] = Figures.Of(local[stage]),
                ["newsvendorBaseStock"] = Figures.Of(heuristic.EchelonLevels[stage]),
            });
            return new JsonObject
            {
                ["order"] = "stage 1 meets demand",
                ["stages"] = new JsonArray([.. stages]),
                ["cost"] = Figures.Of(best.Cost),
                ["newsvendorCost"] = Figures.Of(heuristic.Cost),
            };
        });
    }
}
