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
    private readonly VehicleSet stale;
    private readonly VehicleSet changed;
    private readonly int[] nodes;
    private readonly int[] windows;
    private readonly int[] clients;

    /// <param name="byLinks">Whether only what has new neighbours on its route is tried again, in the place of all that is on a changed route: less for a change, and much quicker where routes are long.</param>
    public RouteImprovement(SearchSpace space, bool byLinks = false)
    {
        data = space.Data;
        routes = new LinkedRoutes(data, space.Evaluator, byLinks);
        search = new GranularSearch(routes, space.Granular);
        stale = new VehicleSet(data.VehicleCount);
        changed = new VehicleSet(data.VehicleCount);
        nodes = new int[2 * data.LocationCount];
        windows = new int[2 * data.LocationCount];
        clients = new int[data.ClientCount];
    }

    /// <summary>Release times, shipments and loads taken to the depot are not modelled by the local search.</summary>
    public static bool Covers(ProblemData data) => !data.IsRich && !data.HasReleases && !data.HasLoadProfile;

    public bool IsByLinks => routes.NotesLinks;

    /// <summary>Whether a search is quick enough to be made in every iteration.</summary>
    public bool IsQuick => search.IsBounded;

    /// <summary>Takes note that the routes of these vehicles are no longer those that were last seen.</summary>
    public void Note(ReadOnlySpan<int> vehicles) => stale.AddRange(vehicles);

    /// <summary>Improves around the clients of the given vehicles until no operator finds a cheaper change. Every route that changed since the last call has been noted.</summary>
    /// <param name="vehicles">May be what is in <paramref name="touched"/>: it is read first.</param>
    /// <param name="touched">Receives the vehicles whose routes it changes.</param>
    public void Improve(RouteSet set, ReadOnlySpan<int> vehicles, Xoshiro256 random, VehicleSet touched)
    {
        BringOver(set);
        var count = 0;
        foreach (var vehicle in vehicles)
        {
            foreach (var node in set.RouteOf(vehicle).Nodes)
            {
                if (node >= data.DepotCount)
                    clients[count++] = node;
            }
        }

        changed.Clear();
        search.Run(clients.AsSpan(0, count), random, changed);
        // Clients move between these routes, so all of them let go first.
        foreach (var vehicle in changed.Items)
            set.Clear(vehicle);
        foreach (var vehicle in changed.Items)
        {
            var entries = routes.Write(vehicle, nodes, windows);
            set.SetEntries(vehicle, nodes.AsSpan(0, entries), windows.AsSpan(0, entries));
            touched.Add(vehicle);
        }
    }

    /// <summary>The routes as improved are those to go on from.</summary>
    public void Keep() => routes.Trials.Keep();

    /// <summary>The set is again as it was when it was last kept, and what was tried then need not be tried again.</summary>
    /// <param name="vehicles">All whose routes differed.</param>
    public void TakeBack(RouteSet set, ReadOnlySpan<int> vehicles)
    {
        Note(vehicles);
        if (!routes.NotesLinks)
            return;
        BringOver(set);
        routes.Trials.TakeBack();
    }

    private void BringOver(RouteSet set)
    {
        foreach (var vehicle in stale.Items)
            routes.Clear(vehicle);
        foreach (var vehicle in stale.Items)
            routes.Load(vehicle, set.RouteOf(vehicle).Nodes, set.RouteOf(vehicle).Windows);
        stale.Clear();
    }
}
