using System.Globalization;
using System.Text;
using Territory.Model.Problems;

namespace Territory.Optimizer.Formats;

/// <summary>Solution files: "Route #1: 3 7 2" lines ("Route 1 :" is read too) and a "Cost" line.</summary>
public static class RouteListFile
{
    /// <summary>Reads a solution of the given instance; where that has several depots, each route begins with its own.</summary>
    /// <exception cref="InvalidInputException">The file is refused; carries every problem with its line.</exception>
    public static RouteList Read(string path, RoutingInstance instance) => instance.DepotCount > 1 ? DepotRouteFile.Read(path, instance) : Read(path);

    /// <summary>Reads a solution of one depot.</summary>
    /// <exception cref="InvalidInputException">The file is refused; carries every problem with its line.</exception>
    public static RouteList Read(string path)
    {
        var lines = InstanceText.ReadLines(path);
        var log = new ProblemLog(path);
        var routes = new List<IReadOnlyList<int>>();
        double? cost = null;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.StartsWith("Route", StringComparison.OrdinalIgnoreCase) && line.Contains(':', StringComparison.Ordinal))
                routes.Add(Stops(line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..], i + 1, log));
            else if (line.StartsWith("Cost", StringComparison.OrdinalIgnoreCase))
                cost = log.TryNumber(line[4..].Trim(' ', ':', '\t'), i + 1, "Cost", 0, double.MaxValue, out var value) ? value : null;
            else if (line.Length > 0 && routes.Count == 0 && cost is null)
                log.Add("solution.line", "A solution has \"Route #1: 3 7 2\" lines and a \"Cost\" line.", i + 1, value: line);
        }

        if (routes.Count == 0)
            log.Add("solution.empty", "The solution has no \"Route #1: ...\" line.");
        log.ThrowIfAny();
        return new RouteList(routes, cost);
    }

    /// <summary>The text that <see cref="Read(string, RoutingInstance)"/> reads.</summary>
    public static string Format(RouteList solution, RoutingInstance instance) => instance.DepotCount > 1 ? DepotRouteFile.Format(solution, instance) : Format(solution);

    public static string Format(RouteList solution)
    {
        var text = new StringBuilder();
        for (var i = 0; i < solution.Routes.Count; i++)
            text.Append(CultureInfo.InvariantCulture, $"Route #{i + 1}: ").AppendJoin(' ', solution.Routes[i]).Append('\n');
        if (solution.StatedCost is { } cost)
            text.Append(CultureInfo.InvariantCulture, $"Cost {cost:0.######}\n");
        return text.ToString();
    }

    private static int[] Stops(string text, int line, ProblemLog log)
    {
        var stops = new List<int>();
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (log.TryWhole(word, line, "Route", 0, int.MaxValue, out var stop))
                stops.Add((int)stop);
        }

        return [.. stops];
    }
}
