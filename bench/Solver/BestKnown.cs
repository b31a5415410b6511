using System.Text.Json.Nodes;
using Territory.Optimizer.Formats;

namespace Territory.Solver.Benchmarks;

/// <summary>The best published cost of an instance in its own unit and, where vehicles come first, the published number of them.</summary>
internal sealed record BestKnown(double Cost, int? Vehicles)
{
    /// <summary>From the <c>.sol</c> beside the instance, else from <c>BKS.json</c> of its folder or the one above.</summary>
    public static BestKnown Of(string path, RoutingInstance instance)
    {
        var name = Path.GetFileName(path).Split(".txt")[0].Split(".vrp")[0];
        var folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? "";
        var solution = Path.Combine(folder, name + ".sol");
        if (File.Exists(solution))
            return new BestKnown(RouteListFile.Read(solution, instance).StatedCost ?? throw new InvalidOperationException($"{solution} states no cost."), null);
        var table = new[] { folder, Path.GetDirectoryName(folder) ?? "" }.Select(parent => Path.Combine(parent, "BKS.json")).First(File.Exists);
        var entry = JsonNode.Parse(File.ReadAllText(table))?.AsObject().FirstOrDefault(entry => entry.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value
            ?? throw new InvalidOperationException($"{table} has no {name}.");
        return new BestKnown(
            entry["best_known_cost"]?.GetValue<double>() ?? throw new InvalidOperationException($"{table}: {name} has no cost."),
            entry["solved_with_vehicles"]?.GetValue<int>());
    }
}
