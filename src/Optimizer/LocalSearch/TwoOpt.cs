namespace Territory.Optimizer.LocalSearch;

/// <summary>Turns round the clients after u up to v of one trip, u before v.</summary>
/// <remarks>Complexity: O(1) without times, O(clients turned round) with. Source: Croes (1958).</remarks>
internal readonly struct TwoOpt : ISearchOperator
{
    public long Delta(LinkedRoutes routes, int u, int v, long limit)
    {
        if (routes.VehicleOf[u] != routes.VehicleOf[v] || routes.IsDepot(v) || routes.TripEnd[u] != routes.TripEnd[v] || routes.Position[u] + 1 >= routes.Position[v])
            return LinkedRoutes.Impossible;
        var vehicle = routes.VehicleOf[u];
        var arcs = Arcs(routes, u, v, vehicle, routes.CostsDuration);
        if (arcs - routes.Slack[vehicle] >= limit)
            return LinkedRoutes.Impossible;
        if (!routes.Data.IsTimed)
            return arcs;
        if (routes.CostsDuration)
            arcs = Arcs(routes, u, v, vehicle, withTime: false);
        var day = new SequenceTiming(routes, u);
        day.AddRange(routes.Next[u], v, backwards: true);
        return arcs + routes.TimeCostOf(vehicle, day.End(routes.Next[v])) - routes.TimeCost[vehicle];
    }

    public void Apply(LinkedRoutes routes, int u, int v)
    {
        var after = routes.Next[v];
        var turned = routes.Next[u];
        var at = u;
        for (var entry = v; ;)
        {
            var before = routes.Previous[entry];
            routes.Link(at, entry);
            at = entry;
            if (entry == turned)
                break;
            entry = before;
        }

        routes.Link(turned, after);
        routes.Update(routes.VehicleOf[u]);
    }

    private static long Arcs(LinkedRoutes routes, int u, int v, int vehicle, bool withTime)
    {
        var first = routes.Next[u];
        var after = routes.Next[v];
        return routes.ArcCost(vehicle, u, v, withTime) + routes.ArcCost(vehicle, first, after, withTime)
            - routes.ArcCost(vehicle, u, first, withTime) - routes.ArcCost(vehicle, v, after, withTime)
            + routes.RangeCost(vehicle, first, v, backwards: true, withTime) - routes.RangeCost(vehicle, first, v, backwards: false, withTime);
    }
}
