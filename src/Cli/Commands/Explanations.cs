using System.Text.Json.Nodes;
using Territory.Cli.Output;
using Territory.Optimizer.Evaluation;
using Territory.Optimizer.Routing;

namespace Territory.Cli.Commands;

/// <summary>Why stops are on no route, as a result of solve.</summary>
internal static class Explanations
{
    /// <summary>What is explained after the end of the time limit, so that the command ends within a second of it.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(0.5);

    /// <summary>Adds the explanations of a plan to a result, and how many unassigned stops are without one where they are very many.</summary>
    /// <param name="unitsPerFileUnit">How many units of time and distance of the problem one unit of its file is.</param>
    /// <param name="stopId">The name of a client in its file.</param>
    /// <param name="vehicleId">The name of a vehicle in its file, or its number from 1 where vehicles have none.</param>
    /// <param name="left">What is left of the time limit; null where there is none.</param>
    public static void AddTo(JsonObject result, Reply reply, TimeSpan? left, ProblemData data, Solution plan, int unitsPerFileUnit, Func<int, long> stopId, Func<int, long> vehicleId)
    {
        using var hurry = new CancellationTokenSource(left is { } rest ? TimeSpan.FromTicks(Math.Max(0, (rest + Grace).Ticks)) : Timeout.InfiniteTimeSpan, TimeProvider.System);
        var (explained, notExplained) = Of(new PlanExplainer(data, plan).Unserved(hurry.Token), unitsPerFileUnit, stopId, vehicleId);
        result["explanations"] = explained;
        if (notExplained == 0)
            return;
        result["not_explained"] = notExplained;
        reply.Note($"{notExplained} unassigned stops are not explained: there are too many. Those that it is dearest to leave out are.");
    }

    private static (JsonArray Explained, int NotExplained) Of(UnservedReport report, int unitsPerFileUnit, Func<int, long> stopId, Func<int, long> vehicleId)
    {
        double By(Violation violation) => Arguments.Rounded((double)violation.Amount / (IsOfRoads(violation.Rule) ? unitsPerFileUnit : 1));
        JsonNode ToNode(Obstacle obstacle) => new JsonObject
        {
            ["vehicle"] = vehicleId(obstacle.Vehicle),
            ["rule"] = obstacle.First is { } first ? NameOf(first.Rule) : "price",
            ["by"] = obstacle.First is { } binding ? By(binding) : 0,
            ["rules"] = obstacle.Rules.Count,
            ["broken"] = new JsonArray([.. obstacle.Rules.Select(violation => (JsonNode)new JsonObject
            {
                ["rule"] = NameOf(violation.Rule),
                ["by"] = By(violation),
                ["stop"] = violation.Client is { } client ? stopId(client) : null,
            })]),
        };
        return (new JsonArray([.. report.Explained.Select(explanation => (JsonNode)new JsonObject
        {
            ["stop"] = stopId(explanation.Client),
            ["cheapest"] = explanation.Cheapest is { } cheapest ? ToNode(cheapest) : null,
            ["vehicles"] = new JsonArray([.. explanation.ByVehicle.Select(ToNode)]),
        })]), report.NotExplained);
    }

    private static string NameOf(Rule rule) => rule.ToString().ToLowerInvariant();

    /// <summary>Whether a rule is kept in units of time or distance, and not in load or numbers.</summary>
    private static bool IsOfRoads(Rule rule) => rule is Rule.Window or Rule.Departure or Rule.Return or Rule.Duration or Rule.Distance or Rule.Driving or Rule.Reloading or Rule.Due;

    public static JsonObject Of(CostTerms terms) => new()
    {
        ["fixed"] = terms.Fixed,
        ["distance"] = terms.Distance,
        ["prices"] = terms.Prices,
        ["duration"] = terms.Duration,
        ["driving"] = terms.Driving,
        ["service"] = terms.Service,
        ["overtime"] = terms.Overtime,
        ["stops"] = terms.Stops,
        ["soft_windows"] = terms.SoftWindows,
        ["changes"] = terms.Changes,
        ["territories"] = terms.Territories,
        ["balance"] = terms.Balance,
    };
}
