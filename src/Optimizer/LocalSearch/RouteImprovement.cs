using Territory.Optimizer.Randomness;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Search;

namespace Territory.Optimizer.LocalSearch;

/// <summary>Local search on the feasible routes of a <see cref="RouteSet"/>, kept beside it so that only what changed is brought over.</summary>
internal sealed class RouteImprovement
{
    private readonly ProblemData data;
    private readonly LinkedRoutes routes;
    private readonly GranularSearch search;
    private readonly VehicleSet changed;
    private readonly int[] nodes;
    private readonly int[] windows;
    private readonly int[] clients;

    public RouteImprovement(SearchSpace space)
    {
        data = space.Data;
        routes = new LinkedRoutes(data, space.Evaluator);
        search = new GranularSearch(routes, space.Granular);
        changed = new VehicleSet(data.VehicleCount);
        nodes = new int[2 * data.LocationCount];
        windows = new int[2 * data.LocationCount];
        clients = new int[data.ClientCount];
    }

    /// <summary>Release times are not modelled by the local search.</summary>
    public static bool Covers(ProblemData data) => !data.HasReleases;

    /// <summary>Improves until no operator finds a cheaper change.</summary>
    /// <param name="stale">The vehicles whose routes changed since the last call.</param>
    /// <param name="touched">Receives the vehicles whose routes it changes.</param>
    public void Improve(RouteSet set, ReadOnlySpan<int> stale, Xoshiro256 random, VehicleSet touched)
    {
        BringOver(set, stale);
        var count = 0;
        foreach (var vehicle in set.Used)
        {
            foreach (var node in set.RouteOf(vehicle).Nodes)
            {
                if (node >= data.DepotCount)
                    clients[count++] = node;
            }
        }

        changed.Clear();
        search.Run(clients.AsSpan(0, count), random, changed);
        foreach (var vehicle in changed.Items)
            set.Clear(vehicle);
        foreach (var vehicle in changed.Items)
        {
            var entries = routes.Write(vehicle, nodes, windows);
            set.SetEntries(vehicle, nodes.AsSpan(0, entries), windows.AsSpan(0, entries));
            touched.Add(vehicle);
        }
    }

    private void BringOver(RouteSet set, ReadOnlySpan<int> vehicles)
    {
        // Clients move between these routes, so all of them let go first.
        foreach (var vehicle in vehicles)
            routes.Clear(vehicle);
        foreach (var vehicle in vehicles)
            routes.Load(vehicle, set.RouteOf(vehicle).Nodes, set.RouteOf(vehicle).Windows);
    }
}
