using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Evaluation;

/// <summary>The rules of a route that do not depend on time: who may serve whom, in which order, how far and with what on board. One for each thread.</summary>
/// <remarks>Algorithm: a walk along the route that numbers its stops, one that follows the load, one over the relations. Complexity: O(entries).</remarks>
internal sealed class StopRules(ProblemData data)
{
    private readonly int[] positionOf = new int[data.LocationCount];
    private readonly int[] tripOf = new int[data.LocationCount];
    private readonly int[] stamp = new int[data.LocationCount];
    private readonly int[] relationStamp = new int[data.Rules.Relations.Count];
    private long[] onBoard = [];
    private int walk;

    /// <summary>The load after each entry of the last route followed, by dimension.</summary>
    public ReadOnlySpan<long> OnBoard => onBoard;

    /// <summary>The load after an entry of the last route followed.</summary>
    public Load OnBoardAfter(int entry)
    {
        var at = entry * data.Dimensions;
        return new Load(onBoard[at], data.Dimensions > 1 ? onBoard[at + 1] : 0, data.Dimensions > 2 ? onBoard[at + 2] : 0);
    }

    /// <summary>Everything that does not depend on time or load; called first.</summary>
    /// <returns>Whether the walk goes on.</returns>
    public bool Inspect<TSink>(in RouteSequence route, ref TSink sink, out RouteSums sums)
        where TSink : struct, IRuleSink
    {
        var type = data.VehicleTypes[route.Type];
        var (distances, durations, tolls) = (data.DistancesOf(route.Type), data.DurationsOf(route.Type), data.PricesOf(route.Type));
        var setups = data.SetupsOf(route.Type);
        var services = data.ServicesOf(route.Type);
        var nodes = route.Nodes;
        sums = default;
        walk++;
        var trips = 1;
        for (var i = 1; i < nodes.Length; i++)
        {
            var (from, to) = (nodes[i - 1], nodes[i]);
            long leg = distances.Between(from, to);
            if (leg == ProblemData.NoRoad || (data.IsTimed && durations.Between(from, to) == ProblemData.NoRoad))
            {
                if (Fails(ref sink, Rule.Road, to < data.DepotCount ? -1 : to, 1))
                    return false;
                leg = 0;
            }

            sums.Distance += leg;
            var drive = durations.Between(from, to);
            sums.Driving += drive == ProblemData.NoRoad ? 0 : drive;
            if (tolls is not null)
                sums.Prices += tolls.Between(from, to) is var price && price != ProblemData.NoRoad ? price : 0;
            if (to < data.DepotCount)
            {
                trips += i < nodes.Length - 1 ? 1 : 0;
                continue;
            }

            sums.Stops++;
            stamp[to] = walk;
            positionOf[to] = sums.Stops;
            tripOf[to] = trips;
            sums.Service += services[to] + (data.PlaceOf[to] == data.PlaceOf[from] ? 0 : setups[to]);
            if (!data.MayServe(route.Type, to) && Fails(ref sink, Rule.Skill, to, 1))
                return false;
            if (data.HasLocks && data.Clients[to - data.DepotCount].Vehicle is { } locked && locked != route.Vehicle && Fails(ref sink, Rule.Vehicle, to, 1))
                return false;
        }

        if (trips > type.MaxTrips && Fails(ref sink, Rule.Trips, -1, trips - type.MaxTrips, type.MaxTrips))
            return false;
        if (sums.Stops > type.MaxStops && Fails(ref sink, Rule.Stops, -1, sums.Stops - type.MaxStops, type.MaxStops))
            return false;
        if (sums.Distance > type.MaxDistance && Fails(ref sink, Rule.Distance, -1, sums.Distance - type.MaxDistance, type.MaxDistance))
            return false;
        if (sums.Driving > type.MaxDriving && Fails(ref sink, Rule.Driving, -1, sums.Driving - type.MaxDriving, type.MaxDriving))
            return false;
        return InspectPositions(route, sums.Stops, ref sink);
    }

    private bool InspectPositions<TSink>(in RouteSequence route, int stops, ref TSink sink)
        where TSink : struct, IRuleSink
    {
        var prefix = data.VehicleTypes[route.Type].Prefix;
        for (var i = 0; i < prefix.Count; i++)
        {
            var location = data.DepotCount + prefix[i];
            if ((stamp[location] != walk || positionOf[location] != i + 1) && Fails(ref sink, Rule.Position, location, 1))
                return false;
        }

        if (!data.HasPositions)
            return true;
        foreach (var node in route.Nodes)
        {
            if (node < data.DepotCount)
                continue;
            var isWrong = data.Clients[node - data.DepotCount].Position switch
            {
                StopPosition.First => positionOf[node] != 1,
                StopPosition.Last => positionOf[node] != stops,
                _ => false,
            };
            isWrong |= data.Clients[node - data.DepotCount].Trip is { } trip && tripOf[node] != trip + 1;
            // Of the prefix of another vehicle no vehicle takes anything.
            isWrong |= data.PrefixPosition[node] >= 0 && !prefix.Contains(node - data.DepotCount);
            if (isWrong && Fails(ref sink, Rule.Position, node, 1))
                return false;
        }

        return true;
    }

    /// <summary>Loads along each trip, with what is on board after each entry; shipments and the order of deliveries and pickups.</summary>
    public bool FollowLoads<TSink>(in RouteSequence route, ref TSink sink)
        where TSink : struct, IRuleSink
    {
        var type = data.VehicleTypes[route.Type];
        var nodes = route.Nodes;
        var dimensions = data.Dimensions;
        if (onBoard.Length < nodes.Length * dimensions)
            onBoard = new long[2 * nodes.Length * dimensions];
        for (var d = 0; d < dimensions; d++)
        {
            var capacity = type.Capacity[d];
            for (int start = 0, end = 1; start < nodes.Length - 1; start = end++)
            {
                long load = 0;
                for (; end < nodes.Length - 1 && nodes[end] >= data.DepotCount; end++)
                    load += data.Demand[(nodes[end] * dimensions) + d];
                onBoard[(start * dimensions) + d] = load;
                var most = load;
                for (var i = start + 1; i < end; i++)
                {
                    load += data.HasLoadProfile ? data.NetLoad[(nodes[i] * dimensions) + d] : -data.Demand[(nodes[i] * dimensions) + d];
                    onBoard[(i * dimensions) + d] = load;
                    most = Math.Max(most, load);
                }

                onBoard[(end * dimensions) + d] = 0;
                if (most > capacity && Fails(ref sink, Rule.Capacity, -1, most - capacity, capacity))
                    return false;
            }
        }

        return !data.HasLoadProfile || InspectOrder(route, type.DeliversBeforePickups, ref sink);
    }

    private bool InspectOrder<TSink>(in RouteSequence route, bool deliversFirst, ref TSink sink)
        where TSink : struct, IRuleSink
    {
        var hasPicked = false;
        foreach (var node in route.Nodes)
        {
            if (node < data.DepotCount)
            {
                hasPicked = false;
                continue;
            }

            var partner = data.PartnerOf[node];
            if (partner >= 0)
            {
                var isKept = stamp[partner] == walk && tripOf[partner] == tripOf[node] && positionOf[partner] < positionOf[node] == data.IsDeliveryEnd[node];
                if (!isKept && Fails(ref sink, Rule.Shipment, node, 1))
                    return false;
                continue;
            }

            var client = data.Clients[node - data.DepotCount];
            if (deliversFirst && hasPicked && !client.Demand.IsZero && Fails(ref sink, Rule.Backhaul, node, 1))
                return false;
            hasPicked |= !client.Pickup.IsZero;
        }

        return true;
    }

    /// <summary>Relations among the stops of this route; those across routes are for the whole plan.</summary>
    public bool InspectRelations<TSink>(in RouteSequence route, ref TSink sink)
        where TSink : struct, IRuleSink
    {
        if (!data.HasRelations)
            return true;
        foreach (var node in route.Nodes)
        {
            foreach (var number in data.RelationsOf(node))
            {
                if (relationStamp[number] == walk)
                    continue;
                relationStamp[number] = walk;
                if (!IsKept(data.Rules.Relations[number]) && Fails(ref sink, Rule.Relation, node, 1))
                    return false;
            }
        }

        return true;
    }

    private bool IsKept(Relation relation)
    {
        var (here, last) = (0, 0);
        var isKept = true;
        for (var i = 0; i < relation.Clients.Count; i++)
        {
            var location = data.DepotCount + relation.Clients[i];
            if (stamp[location] != walk)
                continue;
            isKept &= relation.Kind switch
            {
                RelationKind.Apart => here == 0,
                RelationKind.Sequence => here == 0 || positionOf[location] > last,
                RelationKind.DirectSequence => here == 0 || positionOf[location] == last + 1,
                _ => true,
            };
            here++;
            last = positionOf[location];
        }

        return isKept;
    }

    /// <returns>Whether the walk ends here.</returns>
    private static bool Fails<TSink>(ref TSink sink, Rule rule, int location, long amount, long limit = 1)
        where TSink : struct, IRuleSink
    {
        sink.Add(rule, location, amount, limit);
        return TSink.IsStrict;
    }
}
