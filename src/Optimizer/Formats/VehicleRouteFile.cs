using System.Globalization;
using System.Text;
using Territory.Model.Problems;

namespace Territory.Optimizer.Formats;

/// <summary>
/// Solutions of instances whose vehicles are told apart, as PyVRP publishes them: "Route #k: 5 9 7" is the route of vehicle k, empty where that stays at home, and stops are nodes counted from
/// zero; the number of its depot between them is a return there to reload. A route that begins with the number of its depot is read too; any vehicle of that depot may then drive it.
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
        var reloads = new List<IReadOnlyList<int>>();
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
            var served = new List<int>();
            var returns = new List<int>();
            foreach (var stop in stops.Skip(isNamed ? 1 : 0))
            {
                if (instance.HasReloads && fleet >= 0 && stop == instance.DepotOfFleet(fleet))
                    returns.Add(served.Count);
                else
                    served.Add(stop - instance.DepotCount + 1);
            }

            routes.Add(served);
            reloads.Add(returns);
            fleets.Add(fleet);
            vehicles.Add(isNamed && instance.DepotOfFleet(Math.Max(0, fleet)) == stops[0] ? null : vehicle);
        }

        log.ThrowIfAny();
        return new RouteList(routes, file.Cost) { Fleets = fleets, Vehicles = vehicles, Reloads = reloads.Exists(returns => returns.Count > 0) ? reloads : null, StatedTolerance = file.Tolerance };
    }

    public static string Format(RouteList solution, RoutingInstance instance)
    {
        var ofVehicle = instance.FleetOfVehicle ?? [];
        var waiting = Enumerable.Range(0, solution.Routes.Count).GroupBy(solution.FleetOf).ToDictionary(group => group.Key, group => new Queue<int>(group));
        var text = new StringBuilder();
        for (var vehicle = 0; vehicle < ofVehicle.Count; vehicle++)
        {
            text.Append(CultureInfo.InvariantCulture, $"Route #{vehicle + 1}:");
            if (waiting.TryGetValue(ofVehicle[vehicle], out var queue) && queue.TryDequeue(out var route))
                AppendTrips(text, solution.TripsOf(route), instance, instance.NumberOfDepot(instance.DepotOfFleet(ofVehicle[vehicle])));
            text.Append('\n');
        }

        return RouteListFile.AppendCost(text, solution.StatedCost).ToString();
    }

    private static void AppendTrips(StringBuilder text, IReadOnlyList<IReadOnlyList<int>> trips, RoutingInstance instance, int depot)
    {
        for (var trip = 0; trip < trips.Count; trip++)
        {
            if (trip > 0)
                text.Append(CultureInfo.InvariantCulture, $" {depot}");
            foreach (var stop in trips[trip])
                text.Append(CultureInfo.InvariantCulture, $" {instance.NumberOf(stop)}");
        }
    }
}
