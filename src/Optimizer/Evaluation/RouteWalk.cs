using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Evaluation;

/// <summary>The definition of what a route costs and which rules it breaks, by walking along it. One for each thread.</summary>
/// <remarks>
/// What the sums of the walk cost is for <see cref="RoutePrice"/>, when its day begins for <see cref="SteadyDay"/>, <see cref="RushDay"/>, <see cref="PausedDay"/> or, where neither knows all rules,
/// <see cref="DayWalk"/>. The search's joined figures agree with it wherever they apply. Complexity: that of those.
/// </remarks>
internal sealed class RouteWalk
{
    private readonly ProblemData data;
    private readonly TripTimes tripTimes;
    private readonly SteadyDay steady;
    private readonly RushDay rush;
    private readonly PausedDay paused;
    private readonly DayWalk day;
    private readonly RoutePrice prices;
    private readonly DayKind[] kinds;
    private readonly bool[] paysDeparture;
    private long[] onBoard = [];
    private readonly int[] positionOf;
    private readonly int[] tripOf;
    private readonly int[] stamp;
    private readonly int[] relationStamp;
    private int walk;

    private enum DayKind
    {
        Steady,
        Rush,
        Paused,
        Walked,
    }

    public RouteWalk(ProblemData data)
    {
        this.data = data;
        Price = new DayPrice(data);
        tripTimes = new TripTimes(data);
        steady = new SteadyDay(data, tripTimes, Price);
        rush = new RushDay(data, tripTimes, Price);
        paused = new PausedDay(data, tripTimes, Price);
        day = new DayWalk(data, tripTimes, Price);
        prices = new RoutePrice(data);
        positionOf = new int[data.LocationCount];
        tripOf = new int[data.LocationCount];
        stamp = new int[data.LocationCount];
        relationStamp = new int[data.Rules.Relations.Count];
        kinds = [.. data.VehicleTypes.Select(KindOf)];
        var balancesTime = data.Rules.Balance is { Figure: BalancedFigure.Duration };
        paysDeparture = [.. data.VehicleTypes.Select(type =>
            balancesTime || type.CostPerDuration > 0 || type.OvertimeCostPerDuration > 0 || type.MaxDuration < Interval.Unbounded || data.CostsStart
            || type.Breaks.Any(pause => pause.MaxWorkBefore < Interval.Unbounded))];
    }

    public DayPrice Price { get; }

    /// <summary>The labels of the last walk, from which a timetable is read.</summary>
    public ReadOnlySpan<DayLabel> Labels => day.Labels;

    /// <summary>The load after an entry of the last walk.</summary>
    public Load OnBoard(int entry)
    {
        var at = entry * data.Dimensions;
        return new Load(onBoard[at], data.Dimensions > 1 ? onBoard[at + 1] : 0, data.Dimensions > 2 ? onBoard[at + 2] : 0);
    }

    /// <summary>Prices a route for the search.</summary>
    /// <returns>Whether it keeps every rule; the figures are then complete.</returns>
    public bool TryPrice(in RouteSequence route, out RouteFigures figures)
    {
        var sink = default(StrictSink);
        figures = default;
        if (!InspectStops(route, ref sink, out var sums) || !FollowLoads(route, ref sink) || !InspectRelations(route, ref sink))
            return false;
        if (data.IsTimed)
        {
            var choice = ChooseDay(route);
            if (!choice.Exists)
                return false;
            (sums.Start, sums.Finish, sums.StartCost) = (choice.Start, choice.Finish, choice.StartCost);
        }

        if (!InspectDay(route.Type, sums, ref sink))
            return false;
        figures = prices.Of(route, sums);
        return true;
    }

    /// <summary>Walks a route whatever it breaks.</summary>
    /// <returns>Its figures and the last label of its day.</returns>
    public (RouteFigures Figures, int Last) Report(in RouteSequence route, ListSink sink)
    {
        InspectStops(route, ref sink, out var sums);
        FollowLoads(route, ref sink);
        InspectRelations(route, ref sink);
        // A plan that is late, or leaves windows open, departs by the rule of days with breaks.
        var choice = route.Windows.Contains(-1) ? DayChoice.None : ChooseDay(route);
        tripTimes.Set(route);
        var isRefused = data.IsTimed && !choice.Exists && !route.Windows.Contains(-1);
        if (!choice.Exists || !data.IsTimed)
            choice = day.Latest<ListSink>(route, onBoard, day.FirstStart(route), paysDeparture: true);
        var last = day.Walk<ListSink>(route, onBoard, choice.Start);
        // What the earliest departure breaks is broken, though work before a break may be short enough for who leaves later.
        if (isRefused && day.Labels[last] is { Late: 0, Missed: 0 })
            last = day.Walk<ListSink>(route, onBoard, day.FirstStart(route));
        Take(day.Labels, last, ref sums);
        InspectTimes(route, last, ref sink);
        InspectDay(route.Type, sums, ref sink);
        return (prices.Of(route, sums), last);
    }

    /// <summary>What a delay would find along the earliest day of a route that keeps every rule: how long the vehicle waits, what it pays for early starts, and how much of that a unit of time saves, at an entry or later.</summary>
    /// <remarks>Complexity: O(entries) beside a walk.</remarks>
    public void FollowDay(in RouteSequence route, Span<long> waits, Span<long> earlyCosts, Span<long> earlyRates)
    {
        var sink = default(StrictSink);
        FollowLoads(route, ref sink);
        tripTimes.Set(route);
        waits.Clear();
        earlyCosts.Clear();
        earlyRates.Clear();
        for (var l = day.Walk<StrictSink>(route, onBoard, day.FirstStart(route)); l > 0; l = day.Labels[l].Parent)
        {
            ref readonly var label = ref day.Labels[l];
            waits[label.Entry] += Math.Max(0, label.Start - (label.IsBreak ? Math.Max(label.Reached, day.Labels[label.Parent].Done) : label.Arrival));
            if (data.CostsStart && !label.IsBreak && route.Nodes[label.Entry] >= data.DepotCount)
                (earlyCosts[label.Entry], earlyRates[label.Entry]) = Price.OfEarlyStart(route.Nodes[label.Entry], label.Start);
        }

        for (var i = route.Length - 2; i >= 0; i--)
        {
            waits[i] += waits[i + 1];
            earlyCosts[i] += earlyCosts[i + 1];
            earlyRates[i] += earlyRates[i + 1];
        }
    }

    /// <summary>The cheapest day of a route that keeps the rules of the other walks.</summary>
    private DayChoice ChooseDay(in RouteSequence route)
    {
        tripTimes.Set(route);
        return kinds[route.Type] switch
        {
            DayKind.Steady => steady.Choose(route),
            DayKind.Rush => rush.Choose(route, paysDeparture[route.Type]),
            DayKind.Paused => paused.Choose(route, onBoard),
            _ => day.Choose(route, onBoard, paysDeparture[route.Type]),
        };
    }

    /// <summary>Whether the day of a vehicle type is the cheapest of all departures whatever starts cost, with legs that take as long at any hour and no breaks.</summary>
    public bool IsSteady(int type) => kinds[type] == DayKind.Steady;

    private DayKind KindOf(VehicleType type) => type.Breaks.Count == 0 ? type.SpeedPeriods.Count == 0 ? DayKind.Steady : DayKind.Rush
        : !data.CostsStart && PausedDay.Covers(type) ? DayKind.Paused : DayKind.Walked;

    /// <summary>Everything that does not depend on time or load.</summary>
    private bool InspectStops<TSink>(in RouteSequence route, ref TSink sink, out RouteSums sums)
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

        if (trips > type.MaxTrips && Fails(ref sink, Rule.Trips, -1, trips - type.MaxTrips))
            return false;
        if (sums.Stops > type.MaxStops && Fails(ref sink, Rule.Stops, -1, sums.Stops - type.MaxStops))
            return false;
        if (sums.Distance > type.MaxDistance && Fails(ref sink, Rule.Distance, -1, sums.Distance - type.MaxDistance))
            return false;
        if (sums.Driving > type.MaxDriving && Fails(ref sink, Rule.Driving, -1, sums.Driving - type.MaxDriving))
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
            // Of the prefix of another vehicle no vehicle takes anything.
            isWrong |= data.PrefixPosition[node] >= 0 && !prefix.Contains(node - data.DepotCount);
            if (isWrong && Fails(ref sink, Rule.Position, node, 1))
                return false;
        }

        return true;
    }

    /// <summary>Loads along each trip, with what is on board after each entry; shipments and the order of deliveries and pickups.</summary>
    private bool FollowLoads<TSink>(in RouteSequence route, ref TSink sink)
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
                if (most > capacity && Fails(ref sink, Rule.Capacity, -1, most - capacity))
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
    private bool InspectRelations<TSink>(in RouteSequence route, ref TSink sink)
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

    private bool InspectDay<TSink>(int typeIndex, RouteSums sums, ref TSink sink)
        where TSink : struct, IRuleSink
    {
        var excess = sums.Finish - sums.Start - data.VehicleTypes[typeIndex].MaxDuration;
        return excess <= 0 || !Fails(ref sink, Rule.Duration, -1, excess);
    }

    /// <summary>Lateness along the chosen day.</summary>
    private void InspectTimes(in RouteSequence route, int last, ref ListSink sink)
    {
        var type = data.VehicleTypes[route.Type];
        var labels = day.Labels;
        if (labels[last].Missed > 0)
            sink.Add(Rule.Break, -1, labels[last].Missed);
        for (var l = last; l >= 0; l = labels[l].Parent)
        {
            ref readonly var label = ref labels[l];
            if (label.IsBreak)
                continue;
            var node = route.Nodes[label.Entry];
            var (rule, latest) = node >= data.DepotCount ? (Rule.Window, data.WindowLate[label.Window])
                : label.Entry == 0 ? (Rule.Departure, type.Start.Late)
                : label.Entry == route.Length - 1 ? (Rule.Return, type.LatestEnd)
                : (Rule.Reloading, data.Depots[node].Reloading.Late);
            if (label.Start > latest)
                sink.Add(rule, node < data.DepotCount ? -1 : node, label.Start - latest);
            if (node < data.DepotCount && label.Entry > 0 && label.Arrival > tripTimes.DueAt(label.Entry))
                sink.Add(Rule.Due, -1, label.Arrival - tripTimes.DueAt(label.Entry));
        }
    }

    private static void Take(ReadOnlySpan<DayLabel> labels, int last, ref RouteSums sums)
    {
        var first = last;
        while (labels[first].Parent >= 0)
            first = labels[first].Parent;
        sums.Start = labels[first].Start;
        sums.Finish = labels[last].Done;
        sums.StartCost = labels[last].StartCost;
    }

    /// <returns>Whether the walk ends here.</returns>
    private static bool Fails<TSink>(ref TSink sink, Rule rule, int location, long amount)
        where TSink : struct, IRuleSink
    {
        sink.Add(rule, location, amount);
        return TSink.IsStrict;
    }
}
