using System.Globalization;
using System.Text;
using Territory.Model.Problems;

namespace Territory.Optimizer.Formats;

/// <summary>Solution files: "Route #1: 3 7 2" lines ("Route 1 :" is read too) and a "Cost" line.</summary>
public static class RouteListFile
{
    /// <summary>Reads a solution of the given instance; where that has several depots or tells its vehicles apart, each route says or is placed by its own.</summary>
    /// <exception cref="InvalidInputException">The file is refused; carries every problem with its line.</exception>
    public static RouteList Read(string path, RoutingInstance instance) =>
        instance.FleetOfVehicle is not null ? VehicleRouteFile.Read(path, instance) : instance.DepotCount > 1 ? DepotRouteFile.Read(path, instance) : Read(path);

    /// <summary>Reads a solution of one depot.</summary>
    /// <exception cref="InvalidInputException">The file is refused; carries every problem with its line.</exception>
    public static RouteList Read(string path)
    {
        var log = new ProblemLog(path);
        var file = Read(path, log);
        log.ThrowIfAny();
        return new RouteList([.. file.Routes.Select(route => route.Stops)], file.Cost) { StatedTolerance = file.Tolerance };
    }

    /// <summary>The text that <see cref="Read(string, RoutingInstance)"/> reads.</summary>
    public static string Format(RouteList solution, RoutingInstance instance) =>
        instance.FleetOfVehicle is not null ? VehicleRouteFile.Format(solution, instance) : instance.DepotCount > 1 ? DepotRouteFile.Format(solution, instance) : Format(solution);

    public static string Format(RouteList solution)
    {
        var text = new StringBuilder();
        for (var i = 0; i < solution.Routes.Count; i++)
            text.Append(CultureInfo.InvariantCulture, $"Route #{i + 1}: ").AppendJoin(' ', solution.Routes[i]).Append('\n');
        return AppendCost(text, solution.StatedCost).ToString();
    }

    internal static StringBuilder AppendCost(StringBuilder text, double? cost) =>
        cost is { } stated ? text.Append(CultureInfo.InvariantCulture, $"Cost {stated:0.######}\n") : text;

    /// <summary>The numbered routes and the cost of a file, with half of the cost's last decimal.</summary>
    internal static (IReadOnlyList<(int? Number, IReadOnlyList<int> Stops, int Line)> Routes, double? Cost, double Tolerance) Read(string path, ProblemLog log)
    {
        var lines = InstanceText.ReadLines(path);
        var routes = new List<(int? Number, IReadOnlyList<int> Stops, int Line)>();
        double? cost = null;
        double tolerance = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line.StartsWith("Route", StringComparison.OrdinalIgnoreCase) && colon >= 0)
            {
                int? number = int.TryParse(line["Route".Length..colon].Trim(' ', '\t', '#'), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : null;
                routes.Add((number, Stops(line[(colon + 1)..].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), i + 1, log), i + 1));
            }
            else if (line.StartsWith("Cost", StringComparison.OrdinalIgnoreCase))
                (cost, tolerance) = Cost(line[4..].Trim(' ', ':', '\t'), i + 1, log);
            else if (line.Length > 0 && (cost is null || routes.Count == 0))
                log.Add("solution.line", "A solution has \"Route #1: 3 7 2\" lines and a \"Cost\" line.", i + 1, value: line);
        }

        if (routes.Count == 0 && cost is null)
            log.Add("solution.empty", "The solution has no \"Route #1: ...\" line.");
        return (routes, cost, tolerance);
    }

    internal static (double? Cost, double Tolerance) Cost(string text, int line, ProblemLog log)
    {
        if (!log.TryNumber(text, line, "Cost", 0, double.MaxValue, out var cost))
            return (null, 0);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : text.AsSpan(point + 1).IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : text.Length - point - 1;
        return (cost, 0.5 * Math.Pow(10, -decimals));
    }

    internal static int[] Stops(ReadOnlySpan<string> words, int line, ProblemLog log)
    {
        var stops = new List<int>();
        foreach (var word in words)
        {
            if (log.TryWhole(word, line, "Route", 0, int.MaxValue, out var stop))
                stops.Add((int)stop);
        }

        return [.. stops];
    }
}
