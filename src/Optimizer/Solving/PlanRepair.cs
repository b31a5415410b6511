using Territory.Optimizer.LocalSearch;
using Territory.Optimizer.Randomness;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Search;

namespace Territory.Optimizer.Solving;

/// <summary>Changes a running plan by one stop and improves it around that stop only, so that whoever is not concerned drives what was planned.</summary>
/// <remarks>
/// Algorithm: cheapest feasible insertion, or removal; then granular local search from the clients of the changed route, which may exchange with routes beside it. Routes
/// without an exchange stay as they are. Where the problem has what the local search does not model, the insertion alone is made. Complexity: O(n k) for the neighbourhoods,
/// then O(route * k) a pass.
/// </remarks>
public static class PlanRepair
{
    /// <summary>Insertion overlooks a place now and then; of so many attempts none overlooks the same.</summary>
    private const int Attempts = 3;

    /// <summary>Puts a client that the plan leaves out into it; the plan is unchanged where no vehicle can take it.</summary>
    /// <exception cref="ArgumentException">The client is served already, or the plan does not fit the problem.</exception>
    public static Solution Insert(ProblemData data, Solution plan, int client)
    {
        if (plan.Routes.Any(route => route.Clients.Contains(client)))
            throw new ArgumentException($"Client {client} is in the plan already.", nameof(client));
        var space = new SearchSpace(data);
        var trial = new RouteSet(data, space.Evaluator);
        trial.Load(plan);
        var best = trial;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var set = new RouteSet(data, space.Evaluator);
            set.Load(plan);
            var absent = new NodeList(data.LocationCount);
            absent.Add(data.DepotCount + client);
            new BlinkInsertion(data, space.Evaluator, space.Places).Recreate(set, new Xoshiro256((ulong)attempt), absent, new VehicleSet(data.VehicleCount));
            best = set.Cost < best.Cost ? set : best;
        }

        return best == trial ? plan : Improve(space, best, best.VehicleOf(data.DepotCount + client));
    }

    /// <summary>Takes a client out of the plan, which then leaves it out.</summary>
    /// <exception cref="ArgumentException">The client is not served, or the plan does not fit the problem.</exception>
    public static Solution Remove(ProblemData data, Solution plan, int client)
    {
        var space = new SearchSpace(data);
        var set = new RouteSet(data, space.Evaluator);
        set.Load(plan);
        var location = data.DepotCount + client;
        var vehicle = set.VehicleOf(location);
        if (vehicle < 0)
            throw new ArgumentException($"Client {client} is not in the plan.", nameof(client));
        var isRemoved = new bool[data.LocationCount];
        isRemoved[location] = true;
        set.RemoveMarked(vehicle, isRemoved);
        if (set.RouteOf(vehicle).IsFeasible)
            return Improve(space, set, vehicle);
        // Without the triangle inequality what is left of the route may be later than it was: it is planned anew.
        var absent = new NodeList(data.LocationCount);
        foreach (var node in set.RouteOf(vehicle).Nodes)
        {
            if (node >= data.DepotCount)
                absent.Add(node);
        }

        set.Clear(vehicle);
        new BlinkInsertion(data, space.Evaluator, space.Places).Recreate(set, new Xoshiro256(0), absent, new VehicleSet(data.VehicleCount));
        return Improve(space, set, vehicle);
    }

    private static Solution Improve(SearchSpace space, RouteSet set, int vehicle)
    {
        if (RouteImprovement.Covers(space.Data))
        {
            var improvement = new RouteImprovement(space);
            improvement.Note(set.Used);
            improvement.Improve(set, [vehicle], new Xoshiro256(0), new VehicleSet(space.Data.VehicleCount));
        }

        return set.ToSolution();
    }
}
