using System.Globalization;
using System.Text;
using Territory.Model.Problems;

namespace Territory.Optimizer.Formats;

/// <summary>
/// Solutions of several depots as Cordeau published them: the cost, then for each route "depot vehicle duration load 0 stops 0", depots from 1 on. "Route #1: 54 7 2"
/// lines, whose first number is the depot's among the stops, are read too.
/// </summary>
internal static class DepotRouteFile
{
    private const int StopsFrom = 5;

    /// <exception cref="InvalidInputException">The file is refused; carries every problem with its line.</exception>
    public static RouteList Read(string path, RoutingInstance instance)
    {
        var lines = InstanceText.ReadLines(path);
        var log = new ProblemLog(path);
        var routes = new List<IReadOnlyList<int>>();
        var depots = new List<int>();
        double? cost = null;
        double tolerance = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            var words = lines[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0)
                continue;
            if (words[0].StartsWith("Cost", StringComparison.OrdinalIgnoreCase) || (words.Length == 1 && cost is null && routes.Count == 0))
            {
                (cost, tolerance) = RouteListFile.Cost(words[^1], i + 1, log);
                continue;
            }

            var (depot, stops) = words[0].StartsWith("Route", StringComparison.OrdinalIgnoreCase)
                ? NamedRoute(lines[i], i + 1, instance, log)
                : PublishedRoute(words, i + 1, instance, log);
            depots.Add(depot);
            routes.Add(stops);
        }

        if (routes.Count == 0 && cost is null)
            log.Add("solution.empty", "The solution has no route.");
        log.ThrowIfAny();
        return new RouteList(routes, cost) { Fleets = depots, StatedTolerance = tolerance };
    }

    public static string Format(RouteList solution, RoutingInstance instance)
    {
        var text = new StringBuilder();
        if (solution.StatedCost is { } cost)
            text.Append(CultureInfo.InvariantCulture, $"{cost:0.######}\n");
        var order = Enumerable.Range(0, solution.Routes.Count).OrderBy(solution.FleetOf).ToArray();
        var vehicle = 0;
        for (var i = 0; i < order.Length; i++)
        {
            var depot = solution.FleetOf(order[i]);
            vehicle = i > 0 && depot == solution.FleetOf(order[i - 1]) ? vehicle + 1 : 1;
            var stops = solution.Routes[order[i]];
            var load = stops.Sum(stop => instance.Stops[stop].Demand);
            text.Append(CultureInfo.InvariantCulture, $"{depot + 1} {vehicle} {instance.DurationOf(depot, stops):0.00} {load} 0 ")
                .AppendJoin(' ', stops.Append(0)).Append('\n');
        }

        return text.ToString();
    }

    private static (int Depot, int[] Stops) PublishedRoute(string[] words, int line, RoutingInstance instance, ProblemLog log)
    {
        if (words.Length <= StopsFrom || words[StopsFrom - 1] != "0" || words[^1] != "0")
        {
            log.Add("solution.line", "A route is \"depot vehicle duration load 0 stops 0\" or \"Route #1: depot stops\".", line, value: string.Join(' ', words));
            return default;
        }

        log.TryWhole(words[0], line, "depot", 1, instance.DepotCount, out var depot);
        log.TryWhole(words[1], line, "vehicle", 1, int.MaxValue, out _);
        log.TryNumber(words[2], line, "duration", 0, double.MaxValue, out _);
        log.TryNumber(words[3], line, "load", 0, double.MaxValue, out _);
        return ((int)depot - 1, RouteListFile.Stops(words.AsSpan(StopsFrom, words.Length - StopsFrom - 1), line, log));
    }

    private static (int Depot, int[] Stops) NamedRoute(string text, int line, RoutingInstance instance, ProblemLog log)
    {
        var words = text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || !text.Contains(':', StringComparison.Ordinal))
        {
            log.Add("solution.depot", "A route of several depots begins with the number of its depot.", line, value: text.Trim());
            return default;
        }

        log.TryWhole(words[0], line, "depot", instance.NumberOfDepot(0), instance.NumberOfDepot(instance.DepotCount - 1), out var number);
        return ((int)number - instance.NumberOfDepot(0), RouteListFile.Stops(words.AsSpan(1), line, log));
    }
}
