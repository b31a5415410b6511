namespace Territory.Optimizer.LocalSearch;

/// <summary>Exchanges what follows u in its trip for what follows v in a trip of another vehicle (2-opt*).</summary>
/// <remarks>Complexity: O(1). Source: Potvin and Rousseau (1995).</remarks>
internal readonly struct TailExchange : ISearchOperator
{
    public long Delta(LinkedRoutes routes, int u, int v, long limit)
    {
        var first = routes.VehicleOf[u];
        var second = routes.VehicleOf[v];
        var nextU = routes.Next[u];
        var nextV = routes.Next[v];
        var endU = routes.TripEnd[u];
        var endV = routes.TripEnd[v];
        if (first == second || (nextU == endU && nextV == endV))
            return LinkedRoutes.Impossible;
        var withTime = routes.CostsDuration;
        var arcs = Arcs(routes, first, u, endU, second, v, endV, withTime) + Arcs(routes, second, v, endV, first, u, endU, withTime);
        if (arcs - routes.Slack[first] - routes.Slack[second] >= limit)
            return LinkedRoutes.Impossible;
        if ((nextV != endV && !routes.MayServe(first, nextV, routes.Previous[endV])) || (nextU != endU && !routes.MayServe(second, nextU, routes.Previous[endU])))
            return LinkedRoutes.Impossible;
        var loads = routes.LoadChangeOfTails(u, v) + routes.LoadChangeOfTails(v, u);
        if (!routes.Data.IsTimed)
            return arcs + loads;
        if (arcs + loads - routes.TimeSlack(first) - routes.TimeSlack(second) >= limit)
            return LinkedRoutes.Impossible;
        if (withTime)
            arcs = Arcs(routes, first, u, endU, second, v, endV, withTime: false) + Arcs(routes, second, v, endV, first, u, endU, withTime: false);
        return arcs + loads - routes.TimeCost[first] - routes.TimeCost[second]
            + JoinedTimeCost(routes, first, u, endU, nextV, endV) + JoinedTimeCost(routes, second, v, endV, nextU, endU);
    }

    public void Apply(LinkedRoutes routes, int u, int v)
    {
        var first = routes.VehicleOf[u];
        var second = routes.VehicleOf[v];
        var (nextU, endU, lastU) = (routes.Next[u], routes.TripEnd[u], routes.Previous[routes.TripEnd[u]]);
        var (nextV, endV, lastV) = (routes.Next[v], routes.TripEnd[v], routes.Previous[routes.TripEnd[v]]);
        if (nextV == endV)
        {
            routes.Link(u, endU);
        }
        else
        {
            routes.Link(u, nextV);
            routes.Link(lastV, endU);
        }

        if (nextU == endU)
        {
            routes.Link(v, endV);
        }
        else
        {
            routes.Link(v, nextU);
            routes.Link(lastU, endV);
        }

        routes.Update(first);
        routes.Update(second);
    }

    /// <summary>The change in the arcs of one of the two vehicles.</summary>
    private static long Arcs(LinkedRoutes routes, int vehicle, int head, int end, int other, int otherHead, int otherEnd, bool withTime)
    {
        var next = routes.Next[head];
        var joining = routes.Next[otherHead];
        long arcs = 0;
        if (next != end)
        {
            var last = routes.Previous[end];
            arcs -= routes.ArcCost(vehicle, head, next, withTime) + routes.RangeCost(vehicle, next, last, backwards: false, withTime)
                + routes.ArcCost(vehicle, last, end, withTime);
            if (withTime)
                arcs -= routes.ServiceCost(vehicle, next, last);
        }
        else if (routes.IsDepot(head))
        {
            // Only the one trip of an unused vehicle is empty.
            arcs += routes.FixedCost(vehicle);
        }
        else
        {
            arcs -= routes.ArcCost(vehicle, head, end, withTime);
        }

        if (joining == otherEnd)
            return arcs + routes.BridgeCost(vehicle, head, end, withTime);
        var lastJoining = routes.Previous[otherEnd];
        arcs += routes.ArcCost(vehicle, head, joining, withTime) + routes.RangeCost(vehicle, joining, lastJoining, backwards: false, withTime)
            + routes.ArcCost(vehicle, lastJoining, end, withTime);
        return withTime ? arcs + routes.ServiceCost(vehicle, joining, lastJoining) : arcs;
    }

    private static long JoinedTimeCost(LinkedRoutes routes, int vehicle, int head, int end, int joining, int joiningEnd)
    {
        if (joining == joiningEnd)
            return routes.BridgeTimeCost(vehicle, head, end);
        var day = new SequenceTiming(routes, head);
        day.AddTripRest(joining);
        return routes.TimeCostOf(vehicle, day.End(end));
    }
}
