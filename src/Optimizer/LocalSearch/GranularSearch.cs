using Territory.Optimizer.Randomness;
using Territory.Optimizer.Search;

namespace Territory.Optimizer.LocalSearch;

/// <summary>Improves routes change by change until no operator finds a cheaper one beside a client's neighbours.</summary>
/// <remarks>
/// Algorithm: first improvement over the granular pairs (client, neighbour) in random order. A pair is tried again only when one of its two routes changed since
/// the client was last tried; where the routes note their links, only when the links of one of the two did, so that what became possible by room or time gained elsewhere on a long route is passed over. Complexity: O(clients * neighbours) a pass. Source: Vidal, Hybrid genetic search for the CVRP (2022); Toth and Vigo (2003).
/// </remarks>
internal sealed class GranularSearch
{
    private readonly LinkedRoutes routes;
    private readonly Neighbourhood neighbourhood;
    private readonly PairBound bound;
    private readonly int[] found = new int[PairBound.Lanes];
    private VehicleSet changed;
    private Relocate relocate1 = new(1);
    private Relocate relocate2 = new(2);
    private Relocate relocate2Backwards = new(2, backwards: true);
    private Relocate relocate3 = new(3);
    private Relocate relocate3Backwards = new(3, backwards: true);
    private Swap swap11 = new(1, 1);
    private Swap swap21 = new(2, 1);
    private Swap swap22 = new(2, 2);
    private TwoOpt twoOpt;
    private TailExchange tailExchange;
    private TailReversal tailReversal;

    public GranularSearch(LinkedRoutes routes, Neighbourhood neighbourhood)
    {
        this.routes = routes;
        this.neighbourhood = neighbourhood;
        bound = new PairBound(routes);
        changed = new VehicleSet(routes.Data.VehicleCount);
    }

    /// <summary>Whether most pairs are told to be hopeless from a few distances, which makes the search about ten times as fast.</summary>
    public bool IsBounded => bound.Applies;

    /// <summary>Changes made since the search was created.</summary>
    public long Changes { get; private set; }

    /// <summary>Takes every pair of the present routes for tried: from now on only what changes is looked at.</summary>
    public void Settle() => routes.Trials.Settle(routes.Clock);

    /// <param name="clients">Served clients whose places are looked at, each once; reordered.</param>
    /// <param name="changed">Receives the vehicles whose routes change.</param>
    public void Run(Span<int> clients, Xoshiro256 random, VehicleSet changed)
    {
        this.changed = changed;
        for (var i = clients.Length - 1; i > 0; i--)
        {
            var other = random.Next(i + 1);
            (clients[i], clients[other]) = (clients[other], clients[i]);
        }

        // Unused vehicles are not opened before the used ones have been tried.
        var before = Changes;
        for (var pass = 0; pass < 2 || before != Changes; pass++)
        {
            before = Changes;
            foreach (var client in clients)
                ImproveAround(client, withUnused: pass > 0);
        }
    }

    private void ImproveAround(int u, bool withUnused)
    {
        var since = routes.Trials.Try(u, routes.Clock);
        var near = neighbourhood.Of(u);
        while (near.Length > 0)
        {
            var looked = Math.Min(PairBound.Lanes, near.Length);
            if (bound.Look(u, near, since, found))
            {
                // After a change the rest is looked at anew.
                for (var i = 0; i < looked; i++)
                {
                    if (found[i] != 0 && ImproveBeside(u, near[i], found[i]))
                        looked = i + 1;
                }
            }

            near = near[looked..];
        }

        if (withUnused)
            ImproveWithUnused(u);
    }

    private bool ImproveBeside(int u, int v, int promising) =>
        ImprovePair(u, v, promising) || ((promising & PairBound.AfterDepot) != 0 && ImproveAtDepot(u, routes.Previous[v]));

    private void ImproveWithUnused(int u)
    {
        var since = routes.Trials.TryUnused(u, routes.Clock);
        for (var type = 0; type < routes.Data.VehicleTypes.Count; type++)
        {
            var vehicle = routes.UnusedVehicle(type);
            if (vehicle >= 0 && (routes.IsChanged(u, since) || (!routes.NotesLinks && routes.IsModified(vehicle, since))))
                ImproveAtDepot(u, routes.StartOf(vehicle));
        }
    }

    private bool ImprovePair(int u, int v, int promising)
    {
        return ((promising & PairBound.Relocate1) != 0 && Try(ref relocate1, u, v))
            || ((promising & PairBound.Relocate2) != 0 && Try(ref relocate2, u, v))
            || ((promising & PairBound.Relocate2Backwards) != 0 && Try(ref relocate2Backwards, u, v))
            || ((promising & PairBound.Relocate3) != 0 && Try(ref relocate3, u, v))
            || ((promising & PairBound.Relocate3Backwards) != 0 && Try(ref relocate3Backwards, u, v))
            || ((promising & PairBound.Swap11) != 0 && u < v && Try(ref swap11, u, v))
            || ((promising & PairBound.Swap21) != 0 && Try(ref swap21, u, v))
            || ((promising & PairBound.Swap22) != 0 && u < v && Try(ref swap22, u, v))
            || ((promising & PairBound.TwoOpt) != 0 && Try(ref twoOpt, u, v))
            || ((promising & PairBound.TailExchange) != 0 && Try(ref tailExchange, u, v))
            || ((promising & PairBound.TailReversal) != 0 && Try(ref tailReversal, u, v));
    }

    private bool ImproveAtDepot(int u, int depot)
    {
        var promising = bound.PromisingAfterDepot(u, depot);
        return ((promising & PairBound.Relocate1) != 0 && Try(ref relocate1, u, depot))
            || ((promising & PairBound.Relocate2) != 0 && Try(ref relocate2, u, depot))
            || ((promising & PairBound.Relocate2Backwards) != 0 && Try(ref relocate2Backwards, u, depot))
            || ((promising & PairBound.Relocate3) != 0 && Try(ref relocate3, u, depot))
            || ((promising & PairBound.TailExchange) != 0 && Try(ref tailExchange, u, depot));
    }

    private bool Try<T>(ref T change, int u, int v)
        where T : struct, ISearchOperator
    {
        if (change.Delta(routes, u, v, 0) >= 0)
            return false;
        changed.Add(routes.VehicleOf[u]);
        changed.Add(routes.VehicleOf[v]);
        change.Apply(routes, u, v);
        Changes++;
        return true;
    }
}
