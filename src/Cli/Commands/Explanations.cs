using System.Text.Json.Nodes;
using Territory.Optimizer.Evaluation;
using Territory.Optimizer.Routing;

namespace Territory.Cli.Commands;

/// <summary>Why stops are on no route, as a result of solve.</summary>
internal static class Explanations
{
    /// <param name="unitsPerFileUnit">How many units of time and distance of the problem one unit of its file is.</param>
    /// <param name="stopId">The name of a client in its file.</param>
    /// <param name="vehicleId">The name of a vehicle in its file, or its number from 1 where vehicles have none.</param>
    public static JsonArray Of(ProblemData data, Solution plan, int unitsPerFileUnit, Func<int, long> stopId, Func<int, long> vehicleId)
    {
        JsonNode ToNode(Obstacle obstacle) => new JsonObject
        {
            ["vehicle"] = vehicleId(obstacle.Vehicle),
            ["rule"] = obstacle.First?.Rule.ToString().ToLowerInvariant() ?? "price",
            ["by"] = obstacle.First is { } first ? Arguments.Rounded((double)first.Amount / (IsOfRoads(first.Rule) ? unitsPerFileUnit : 1)) : 0,
            ["rules"] = obstacle.Rules.Count,
        };
        return new JsonArray([.. new PlanExplainer(data, plan).Unserved().Select(explanation => (JsonNode)new JsonObject
        {
            ["stop"] = stopId(explanation.Client),
            ["cheapest"] = explanation.Cheapest is { } cheapest ? ToNode(cheapest) : null,
            ["vehicles"] = new JsonArray([.. explanation.ByVehicle.Select(ToNode)]),
        })]);
    }

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
