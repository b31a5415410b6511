using Territory.Optimizer.Formats;

namespace Territory.Optimizer.Checking;

/// <summary>Judges a solution from the figures of the instance alone: it shares no arithmetic and no data with the search.</summary>
/// <remarks>
/// Nearest, dimacs and whole matrices are summed in whole units; exact in double precision, where a window counts as broken from 1e-6 on.
/// </remarks>
public static class SolutionChecker
{
    public static SolutionVerdict Check(RoutingInstance instance, RouteList solution)
    {
        var violations = new List<RuleViolation>();
        var visits = new int[instance.ClientCount + 1];
        var rules = new RouteCheck(instance, violations);
        double distance = 0;
        double price = 0;
        var used = new int[instance.Fleets.Count];
        for (var i = 0; i < solution.Routes.Count; i++)
        {
            var fleet = solution.FleetOf(i);
            int[][] trips = [.. solution.TripsOf(i).Select(trip => trip.Where(stop => stop >= 1 && stop < visits.Length).ToArray())];
            foreach (var stop in solution.Routes[i].Where(stop => stop < 1 || stop >= visits.Length))
                violations.Add(new RuleViolation("unknown", i + 1, instance.NumberOf(stop), 1));
            foreach (var stop in trips.SelectMany(trip => trip))
                visits[stop]++;
            if (trips.All(trip => trip.Length == 0))
                continue;
            used[fleet]++;
            var length = rules.Check(fleet, trips, i + 1);
            distance += length;
            price += (length * instance.Fleets[fleet].CostPerDistance) + (instance.Fleets[fleet].FixedCost * instance.UnitsPerFileUnit());
        }

        var prizes = VisitCheck.Check(instance, visits, violations);
        CheckVehicles(instance, solution, used, violations);
        // Whole units were summed; the division gives the published decimal exactly.
        var units = instance.UnitsPerFileUnit();
        var cost = ((instance.HasVehicleCosts ? price : distance) + prizes) / units;
        if (solution.StatedCost is { } stated)
            StatedCostCheck.Check(instance, solution, stated, cost, violations);
        return new SolutionVerdict(violations.Count == 0, cost, distance / units, used.Sum(), violations);
    }

    private static void CheckVehicles(RoutingInstance instance, RouteList solution, int[] used, List<RuleViolation> violations)
    {
        for (var fleet = 0; fleet < used.Length; fleet++)
        {
            if (instance.Fleets[fleet].Vehicles is { } vehicles && used[fleet] > vehicles)
                violations.Add(new RuleViolation("vehicles", null, instance.DepotCount > 1 ? instance.NumberOfDepot(instance.DepotOfFleet(fleet)) : null, used[fleet] - vehicles));
        }

        if (instance.FleetOfVehicle is not { } ofVehicle || solution.Vehicles is not { } driving)
            return;
        var isOut = new bool[ofVehicle.Count];
        for (var i = 0; i < driving.Count; i++)
        {
            if (driving[i] is not { } vehicle || solution.Routes[i].Count == 0)
                continue;
            var exists = (uint)vehicle < (uint)isOut.Length;
            if (!exists || isOut[vehicle])
                violations.Add(new RuleViolation("vehicles", i + 1, null, 1));
            else
                isOut[vehicle] = true;
        }
    }
}
