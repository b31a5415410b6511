using Territory.Model.Calendar;
using Territory.Model.Plans;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Dispatch.Runs;

/// <summary>The plan as a solution to start from: whole where it keeps the rules of the run; else the bound stops of a vehicle, and of the others, in their order, those that fit between them.</summary>
internal static class InitialRoutes
{
    /// <param name="plan">The plan with exact times.</param>
    public static Solution Of(RunProblem problem, DayModel model, DeliveryPlan plan)
    {
        var starts = new Dictionary<int, TimeOfDay>();
        foreach (var stop in plan.Routes.SelectMany(route => route.Trips).SelectMany(trip => trip.Stops))
        {
            if (model.DropOf(stop.Orders[0]) is { } drop)
                starts[drop] = stop.ServiceStart;
        }

        var pricing = new DayPricing(problem.Data);
        var routes = new List<SolutionRoute>();
        for (var vehicle = 0; vehicle < problem.Vehicles.Count; vehicle++)
        {
            if (Of(problem, pricing, vehicle, drop => starts[drop]) is { } route)
                routes.Add(route);
        }

        return Solution.Of(problem.Data, routes);
    }

    /// <summary>The window of each client in which service starts at a time; the first where that is in none.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> WindowsOf(RunProblem problem, IReadOnlyList<IReadOnlyList<int>> trips, Func<int, TimeOfDay> startOf)
    {
        int WindowOf(int client)
        {
            if (client >= problem.Drops.Count)
                return 0;
            var start = startOf(problem.Drops[client]).Seconds;
            var windows = problem.Data.Clients[client].Windows;
            return Math.Max(0, Enumerable.Range(0, windows.Count).FirstOrDefault(window => windows[window].Early <= start && start <= windows[window].Late, -1));
        }

        return [.. trips.Select(IReadOnlyList<int> (trip) => [.. trip.Select(WindowOf)])];
    }

    private static SolutionRoute? Of(RunProblem problem, DayPricing pricing, int vehicle, Func<int, TimeOfDay> startOf)
    {
        var freedom = problem.Vehicles[vehicle];
        SolutionRoute? RouteOf(Func<int, bool> isIn)
        {
            var trips = problem.ToClients(vehicle, [.. freedom.Trips.Select(IReadOnlyList<int> (trip) => [.. trip.Where(drop => problem.ClientOf(drop) >= 0 && isIn(drop))])]);
            return trips.Count == 0 ? null : pricing.RouteOf(vehicle, trips, WindowsOf(problem, trips, startOf));
        }

        if (RouteOf(_ => true) is { } whole)
            return whole;
        var kept = freedom.Bound.ToHashSet();
        var route = RouteOf(kept.Contains);
        foreach (var drop in freedom.Trips.SelectMany(trip => trip).Where(drop => problem.ClientOf(drop) >= 0 && !freedom.Bound.Contains(drop)))
        {
            kept.Add(drop);
            if (RouteOf(kept.Contains) is { } longer)
                route = longer;
            else
                kept.Remove(drop);
        }

        return route;
    }
}
