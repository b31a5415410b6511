using System.Text.Json.Nodes;
using Territory.Optimizer.Evaluation;
using Territory.Optimizer.Routing;

namespace Territory.Cli.Commands;

/// <summary>Why stops are on no route, as a result of solve.</summary>
internal static class Explanations
{
    /// <param name="stopId">The name of a client in its file.</param>
    /// <param name="vehicleId">The name of a vehicle in its file, or its number from 1 where vehicles have none.</param>
    public static JsonArray Of(ProblemData data, Solution plan, Func<int, long> stopId, Func<int, long> vehicleId)
    {
        JsonNode ToNode(Obstacle obstacle) => new JsonObject
        {
            ["vehicle"] = vehicleId(obstacle.Vehicle),
            ["rule"] = obstacle.First?.Rule.ToString().ToLowerInvariant() ?? "price",
            ["by"] = obstacle.First?.Amount ?? 0,
            ["rules"] = obstacle.Rules.Count,
        };
        return new JsonArray([.. new PlanExplainer(data, plan).Unserved().Select(explanation => (JsonNode)new JsonObject
        {
            ["stop"] = stopId(explanation.Client),
            ["cheapest"] = explanation.Cheapest is { } cheapest ? ToNode(cheapest) : null,
            ["vehicles"] = new JsonArray([.. explanation.ByVehicle.Select(ToNode)]),
        })]);
    }

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
