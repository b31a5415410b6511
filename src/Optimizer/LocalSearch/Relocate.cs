using Territory.Optimizer.Routing;

namespace Territory.Optimizer.LocalSearch;

/// <summary>Moves one to three consecutive clients from u on to after v, forwards or backwards; one client alone also into the best of its windows.</summary>
/// <remarks>
/// Complexity: O(1), and O(entries between) for the timing within one route. Source: Vidal, Crainic, Gendreau and Prins (2013); Or (1976).
/// </remarks>
internal struct Relocate(int count, bool backwards = false) : ISearchOperator
{
    private int last;
    private int window;

    public long Delta(LinkedRoutes routes, int u, int v, long limit)
    {
        last = u;
        if (u == v)
            return LinkedRoutes.Impossible;
        for (var i = 1; i < count; i++)
        {
            last = routes.Next[last];
            if (last == v || routes.IsDepot(last))
                return LinkedRoutes.Impossible;
        }

        if (routes.Previous[u] == v)
            return LinkedRoutes.Impossible;
        window = routes.Window[u];
        return routes.VehicleOf[u] == routes.VehicleOf[v] ? DeltaWithin(routes, u, v, limit) : DeltaBetween(routes, u, v, limit);
    }

    public readonly void Apply(LinkedRoutes routes, int u, int v)
    {
        var from = routes.VehicleOf[u];
        var to = routes.VehicleOf[v];
        routes.Link(routes.Previous[u], routes.Next[last]);
        var after = routes.Next[v];
        if (backwards)
        {
            var at = v;
            for (var entry = last; ;)
            {
                var before = routes.Previous[entry];
                routes.Link(at, entry);
                at = entry;
                if (entry == u)
                    break;
                entry = before;
            }

            routes.Link(u, after);
        }
        else
        {
            routes.Link(v, u);
            routes.Link(last, after);
        }

        routes.Window[u] = window;
        routes.Update(from);
        if (to != from)
            routes.Update(to);
    }

    private readonly long ArcsBetween(LinkedRoutes routes, int u, int v, int from, int to, bool withTime)
    {
        var before = routes.Previous[u];
        var after = routes.Next[last];
        var next = routes.Next[v];
        var arcs = routes.BridgeCost(from, before, after, withTime)
            - routes.ArcCost(from, before, u, withTime) - routes.ArcCost(from, last, after, withTime)
            + routes.ArcCost(to, v, backwards ? last : u, withTime) + routes.ArcCost(to, backwards ? u : last, next, withTime);
        arcs += routes.IsDepot(v) && routes.IsDepot(next) ? routes.FixedCost(to) : -routes.ArcCost(to, v, next, withTime);
        if (count > 1)
            arcs += routes.RangeCost(to, u, last, backwards, withTime) - routes.RangeCost(from, u, last, backwards: false, withTime);
        if (withTime)
            arcs += routes.ServiceCost(to, u, last) - routes.ServiceCost(from, u, last);
        return arcs;
    }

    private long DeltaBetween(LinkedRoutes routes, int u, int v, long limit)
    {
        var from = routes.VehicleOf[u];
        var to = routes.VehicleOf[v];
        var arcs = ArcsBetween(routes, u, v, from, to, routes.CostsDuration);
        if (arcs - routes.Slack[from] - routes.Slack[to] >= limit || !routes.MayServe(to, u, last))
            return LinkedRoutes.Impossible;
        var loads = routes.LoadChange(routes.TripEnd[u], u, last, -1) + routes.LoadChange(routes.TripEnd[v], u, last, 1);
        if (!routes.Data.IsTimed)
            return arcs + loads;
        if (arcs + loads - routes.TimeSlack(from) - routes.TimeSlack(to) >= limit)
            return LinkedRoutes.Impossible;
        if (routes.CostsDuration)
            arcs = ArcsBetween(routes, u, v, from, to, withTime: false);
        var delta = arcs + loads - routes.TimeCost[from] - routes.TimeCost[to] + routes.BridgeTimeCost(from, routes.Previous[u], routes.Next[last]);
        return delta + JoinedTimeCost(routes, u, v, to, routes.Next[v]);
    }

    private long JoinedTimeCost(LinkedRoutes routes, int u, int v, int to, int next)
    {
        if (count > 1)
        {
            var day = new SequenceTiming(routes, v);
            day.AddRange(u, last, backwards);
            return routes.TimeCostOf(to, day.End(next));
        }

        var least = long.MaxValue;
        var data = routes.Data;
        for (var choice = data.WindowOffset[u]; choice < data.WindowOffset[u + 1]; choice++)
        {
            var day = new SequenceTiming(routes, v);
            day.Add(u, new TimeWindowSegment(data.Service[u], 0, data.WindowEarly[choice], data.WindowLate[choice]));
            var cost = routes.TimeCostOf(to, day.End(next));
            if (cost >= least)
                continue;
            least = cost;
            window = choice;
        }

        return least;
    }

    private readonly long DeltaWithin(LinkedRoutes routes, int u, int v, long limit)
    {
        var vehicle = routes.VehicleOf[u];
        var before = routes.Previous[u];
        var after = routes.Next[last];
        // A trip that would become empty is left to moves between vehicles.
        if (routes.IsDepot(before) && routes.IsDepot(after))
            return LinkedRoutes.Impossible;
        var arcs = ArcsWithin(routes, u, v, vehicle, routes.CostsDuration);
        if (arcs - routes.Slack[vehicle] >= limit)
            return LinkedRoutes.Impossible;
        var tripFrom = routes.TripEnd[u];
        var tripTo = routes.TripEnd[v];
        if (tripFrom != tripTo)
            arcs += routes.LoadChange(tripFrom, u, last, -1) + routes.LoadChange(tripTo, u, last, 1);
        if (!routes.Data.IsTimed)
            return arcs;
        if (routes.CostsDuration)
            arcs += ArcsWithin(routes, u, v, vehicle, withTime: false) - ArcsWithin(routes, u, v, vehicle, withTime: true);
        TimeWindowSegment day;
        if (routes.Position[v] < routes.Position[u])
        {
            var timing = new SequenceTiming(routes, v);
            timing.AddRange(u, last, backwards);
            timing.AddRange(routes.Next[v], before);
            day = timing.End(after);
        }
        else
        {
            var timing = new SequenceTiming(routes, before);
            timing.AddRange(after, v);
            timing.AddRange(u, last, backwards);
            day = timing.End(routes.Next[v]);
        }

        return arcs + routes.TimeCostOf(vehicle, day) - routes.TimeCost[vehicle];
    }

    private readonly long ArcsWithin(LinkedRoutes routes, int u, int v, int vehicle, bool withTime)
    {
        var before = routes.Previous[u];
        var after = routes.Next[last];
        var next = routes.Next[v];
        var arcs = routes.ArcCost(vehicle, before, after, withTime)
            - routes.ArcCost(vehicle, before, u, withTime) - routes.ArcCost(vehicle, last, after, withTime)
            + routes.ArcCost(vehicle, v, backwards ? last : u, withTime) + routes.ArcCost(vehicle, backwards ? u : last, next, withTime)
            - routes.ArcCost(vehicle, v, next, withTime);
        if (backwards)
            arcs += routes.RangeCost(vehicle, u, last, backwards: true, withTime) - routes.RangeCost(vehicle, u, last, backwards: false, withTime);
        return arcs;
    }
}
