namespace Territory.Optimizer.LocalSearch;

/// <summary>Exchanges the consecutive clients from u on with those from v on, of one route or two.</summary>
/// <remarks>
/// Complexity: O(1), and O(entries between) for the timing within one route. Source: Vidal, Crainic, Gendreau and Prins (2013); Osman (1993).
/// </remarks>
internal struct Swap(int countU, int countV) : ISearchOperator
{
    private int lastU;
    private int lastV;

    public long Delta(LinkedRoutes routes, int u, int v, long limit)
    {
        if (u == v || routes.IsDepot(v))
            return LinkedRoutes.Impossible;
        lastU = LastOf(routes, u, v, countU);
        lastV = LastOf(routes, v, u, countV);
        if (lastU < 0 || lastV < 0 || routes.Next[lastU] == v || routes.Next[lastV] == u)
            return LinkedRoutes.Impossible;
        var first = routes.VehicleOf[u];
        var second = routes.VehicleOf[v];
        var arcs = Arcs(routes, u, v, first, second, routes.CostsDuration);
        if (first == second)
            return DeltaWithin(routes, u, v, first, arcs, limit);
        if (arcs - routes.Slack[first] - routes.Slack[second] >= limit || !routes.MayServe(second, u, lastU) || !routes.MayServe(first, v, lastV))
            return LinkedRoutes.Impossible;
        var loads = LoadChange(routes, u, v);
        if (!routes.Data.IsTimed)
            return arcs + loads;
        if (arcs + loads - routes.TimeSlack(first) - routes.TimeSlack(second) >= limit)
            return LinkedRoutes.Impossible;
        if (routes.CostsDuration)
            arcs = Arcs(routes, u, v, first, second, withTime: false);
        return arcs + loads - routes.TimeCost[first] - routes.TimeCost[second]
            + ExchangedTimeCost(routes, first, u, lastU, v, lastV) + ExchangedTimeCost(routes, second, v, lastV, u, lastU);
    }

    public readonly void Apply(LinkedRoutes routes, int u, int v)
    {
        var first = routes.VehicleOf[u];
        var second = routes.VehicleOf[v];
        var (beforeU, afterU) = (routes.Previous[u], routes.Next[lastU]);
        var (beforeV, afterV) = (routes.Previous[v], routes.Next[lastV]);
        routes.Link(beforeU, v);
        routes.Link(lastV, afterU);
        routes.Link(beforeV, u);
        routes.Link(lastU, afterV);
        routes.Update(first);
        if (second != first)
            routes.Update(second);
    }

    /// <summary>The last of <paramref name="count"/> clients from <paramref name="first"/> on, or -1 when a depot or <paramref name="other"/> is among them.</summary>
    private static int LastOf(LinkedRoutes routes, int first, int other, int count)
    {
        var last = first;
        for (var i = 1; i < count; i++)
        {
            last = routes.Next[last];
            if (last == other || routes.IsDepot(last))
                return -1;
        }

        return last;
    }

    private static long ExchangedTimeCost(LinkedRoutes routes, int vehicle, int leaving, int lastLeaving, int joining, int lastJoining)
    {
        var day = new SequenceTiming(routes, routes.Previous[leaving]);
        day.AddRange(joining, lastJoining);
        return routes.TimeCostOf(vehicle, day.End(routes.Next[lastLeaving]));
    }

    private readonly long LoadChange(LinkedRoutes routes, int u, int v) =>
        routes.LoadChange(routes.TripEnd[u], u, lastU, v, lastV) + routes.LoadChange(routes.TripEnd[v], v, lastV, u, lastU);

    private readonly long Arcs(LinkedRoutes routes, int u, int v, int first, int second, bool withTime)
    {
        var (beforeU, afterU) = (routes.Previous[u], routes.Next[lastU]);
        var (beforeV, afterV) = (routes.Previous[v], routes.Next[lastV]);
        var arcs = routes.ArcCost(first, beforeU, v, withTime) + routes.ArcCost(first, lastV, afterU, withTime)
            - routes.ArcCost(first, beforeU, u, withTime) - routes.ArcCost(first, lastU, afterU, withTime)
            + routes.ArcCost(second, beforeV, u, withTime) + routes.ArcCost(second, lastU, afterV, withTime)
            - routes.ArcCost(second, beforeV, v, withTime) - routes.ArcCost(second, lastV, afterV, withTime);
        if (first == second)
            return arcs;
        if (countU > 1)
            arcs += routes.RangeCost(second, u, lastU, backwards: false, withTime) - routes.RangeCost(first, u, lastU, backwards: false, withTime);
        if (countV > 1)
            arcs += routes.RangeCost(first, v, lastV, backwards: false, withTime) - routes.RangeCost(second, v, lastV, backwards: false, withTime);
        if (withTime)
            arcs += routes.ServiceCost(second, u, lastU) - routes.ServiceCost(first, u, lastU) + routes.ServiceCost(first, v, lastV) - routes.ServiceCost(second, v, lastV);
        return arcs;
    }

    private readonly long DeltaWithin(LinkedRoutes routes, int u, int v, int vehicle, long arcs, long limit)
    {
        if (arcs - routes.Slack[vehicle] >= limit)
            return LinkedRoutes.Impossible;
        if (routes.CostsDuration)
            arcs = Arcs(routes, u, v, vehicle, vehicle, withTime: false);
        if (routes.TripEnd[u] != routes.TripEnd[v])
            arcs += LoadChange(routes, u, v);
        if (!routes.Data.IsTimed)
            return arcs;
        var isUFirst = routes.Position[u] < routes.Position[v];
        var (early, lastEarly, late, lastLate) = isUFirst ? (u, lastU, v, lastV) : (v, lastV, u, lastU);
        var day = new SequenceTiming(routes, routes.Previous[early]);
        day.AddRange(late, lastLate);
        day.AddRange(routes.Next[lastEarly], routes.Previous[late]);
        day.AddRange(early, lastEarly);
        return arcs + routes.TimeCostOf(vehicle, day.End(routes.Next[lastLate])) - routes.TimeCost[vehicle];
    }
}
