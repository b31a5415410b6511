using System.Globalization;
using System.Text;
using Territory.Model.Problems;

namespace Territory.Optimizer.Formats;

/// <summary>
/// Solutions of instances whose vehicles are told apart, as PyVRP publishes them: "Route #k: 5 9 7" is the route of vehicle k, empty where that stays at home, and stops are nodes counted from
/// zero. A route that begins with the number of its depot is read too; any vehicle of that depot may then drive it.
/// </summary>
internal static class VehicleRouteFile
{
    /// <exception cref="InvalidInputException">The file is refused; carries every problem with its line.</exception>
    public static RouteList Read(string path, RoutingInstance instance)
    {
        var log = new ProblemLog(path);
        var file = RouteListFile.Read(path, log);
        var ofVehicle = instance.FleetOfVehicle ?? [];
        var routes = new List<IReadOnlyList<int>>();
        var fleets = new List<int>();
        var vehicles = new List<int?>();
        foreach (var (number, stops, line) in file.Routes)
        {
            if (stops.Count == 0)
                continue;
            int? vehicle = number is { } given ? given - 1 : null;
            var fleet = vehicle is { } known ? ofVehicle[Math.Clamp(known, 0, ofVehicle.Count - 1)] : -1;
            var isNamed = instance.DepotCount > 1 && stops[0] < instance.DepotCount;
            if (isNamed && (fleet < 0 || instance.DepotOfFleet(fleet) != stops[0]))
            {
                vehicle = null;
                var there = Enumerable.Range(0, instance.Fleets.Count).Where(candidate => instance.DepotOfFleet(candidate) == stops[0]).ToArray();
                fleet = there is [var only] ? only : -1;
            }

            if (fleet < 0)
                log.Add("solution.vehicle", "It cannot be told which vehicle drives this route: its number must be that of the vehicle.", line, "Route", string.Join(' ', stops));
            routes.Add([.. stops.Skip(isNamed ? 1 : 0).Select(stop => stop - instance.DepotCount + 1)]);
            fleets.Add(fleet);
            vehicles.Add(isNamed && instance.DepotOfFleet(Math.Max(0, fleet)) == stops[0] ? null : vehicle);
        }

        log.ThrowIfAny();
        return new RouteList(routes, file.Cost) { Fleets = fleets, Vehicles = vehicles, StatedTolerance = file.Tolerance };
    }

    public static string Format(RouteList solution, RoutingInstance instance)
    {
        var ofVehicle = instance.FleetOfVehicle ?? [];
        var waiting = solution.Routes.Select((route, i) => (Stops: route, Fleet: solution.FleetOf(i))).GroupBy(route => route.Fleet)
            .ToDictionary(group => group.Key, group => new Queue<IReadOnlyList<int>>(group.Select(route => route.Stops)));
        var text = new StringBuilder();
        for (var vehicle = 0; vehicle < ofVehicle.Count; vehicle++)
        {
            IReadOnlyList<int> stops = waiting.TryGetValue(ofVehicle[vehicle], out var queue) && queue.TryDequeue(out var next) ? next : [];
            text.Append(CultureInfo.InvariantCulture, $"Route #{vehicle + 1}:").AppendJoin("", stops.Select(stop => FormattableString.Invariant($" {instance.NumberOf(stop)}"))).Append('\n');
        }

        return RouteListFile.AppendCost(text, solution.StatedCost).ToString();
    }
}
