namespace Territory.Optimizer.LocalSearch;

/// <summary>Joins what leads to u with what leads to v, turned round, and what follows v with what follows u, turned round, in the routes of two vehicles (2-opt* with reversal).</summary>
/// <remarks>Only without times and with one trip a vehicle: a route turned round has no timing at hand. Complexity: O(1). Source: Vidal (2022), move 8.</remarks>
internal readonly struct TailReversal : ISearchOperator
{
    public static bool Covers(LinkedRoutes routes) => !routes.Data.IsTimed && routes.Data.VehicleTypes.All(type => type.MaxTrips == 1);

    public long Delta(LinkedRoutes routes, int u, int v, long limit)
    {
        var first = routes.VehicleOf[u];
        var second = routes.VehicleOf[v];
        if (first == second || routes.IsDepot(v))
            return LinkedRoutes.Impossible;
        var (x, y, endU, endV, startV) = (routes.Next[u], routes.Next[v], routes.TripEnd[u], routes.TripEnd[v], routes.StartOf(second));
        var (lastU, firstV) = (routes.Previous[endU], routes.Next[startV]);
        if (!routes.MayServe(first, firstV, v) || (x != endU && !routes.MayServe(second, x, lastU)))
            return LinkedRoutes.Impossible;

        var arcs = routes.ArcCost(first, u, v, false) + routes.RangeCost(first, firstV, v, backwards: true, false) + routes.ArcCost(first, firstV, endU, false)
            - routes.ArcCost(first, u, x, false)
            - routes.ArcCost(second, startV, firstV, false) - routes.RangeCost(second, firstV, v, backwards: false, false) - routes.ArcCost(second, v, y, false);
        if (x != endU)
        {
            arcs += routes.ArcCost(second, startV, lastU, false) + routes.RangeCost(second, x, lastU, backwards: true, false) + routes.ArcCost(second, x, y, false)
                - routes.RangeCost(first, x, lastU, backwards: false, false) - routes.ArcCost(first, lastU, endU, false);
        }
        else
        {
            arcs += y == endV ? -routes.FixedCost(second) : routes.ArcCost(second, startV, y, false);
        }

        return arcs + routes.LoadChangeOfHead(u, v) + routes.LoadChangeOfTail(v, u);
    }

    public void Apply(LinkedRoutes routes, int u, int v)
    {
        var (x, y, endU, startV) = (routes.Next[u], routes.Next[v], routes.TripEnd[u], routes.StartOf(routes.VehicleOf[v]));
        var (first, second, lastU) = (routes.VehicleOf[u], routes.VehicleOf[v], routes.Previous[endU]);
        routes.Link(LinkBackwards(routes, u, v, startV), endU);
        routes.Link(x == endU ? startV : LinkBackwards(routes, startV, lastU, u), y);
        routes.Update(first);
        routes.Update(second);
    }

    /// <summary>Appends the entries from <paramref name="from"/> back to the one after <paramref name="stop"/> and returns the last.</summary>
    private static int LinkBackwards(LinkedRoutes routes, int at, int from, int stop)
    {
        for (var entry = from; entry != stop;)
        {
            var before = routes.Previous[entry];
            routes.Link(at, entry);
            at = entry;
            entry = before;
        }

        return at;
    }
}
