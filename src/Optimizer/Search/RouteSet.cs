using Territory.Optimizer.Evaluation;
using Territory.Optimizer.Randomness;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Search;

/// <summary>A whole solution while it is searched: one route per vehicle, where each client is, and the cost.</summary>
internal sealed class RouteSet
{
    private readonly ProblemData data;
    private readonly CostEvaluator evaluator;
    private readonly RouteWalk? walk;
    private readonly Route?[] routes;
    private readonly int[] routeOf;
    private readonly int[] positionOf;
    private readonly int[] used;
    private readonly int[] usedIndex;

    public RouteSet(ProblemData data, CostEvaluator evaluator)
    {
        this.data = data;
        this.evaluator = evaluator;
        routes = new Route?[data.VehicleCount];
        routeOf = new int[data.LocationCount];
        positionOf = new int[data.LocationCount];
        used = new int[data.VehicleCount];
        usedIndex = new int[data.VehicleCount];
        Array.Fill(routeOf, -1);
        Array.Fill(usedIndex, -1);
        walk = data.IsRich ? new RouteWalk(data) : null;
        LeftOutCost = data.LeaveOutCostOfAll();
        for (var type = 0; type < data.VehicleTypes.Count; type++)
        {
            // Who has been sent somewhere already is on the road in every solution.
            if (data.VehicleTypes[type].Prefix.Count == 0)
                continue;
            Remember(RouteOf(data.FirstVehicleOfType[type]));
        }
    }

    public int UsedCount { get; private set; }

    public int ServedCount { get; private set; }

    public long RouteCost { get; private set; }

    public long LeftOutCost { get; private set; }

    public long Cost => RouteCost + LeftOutCost;

    public ReadOnlySpan<int> Used => used.AsSpan(0, UsedCount);

    /// <summary>The vehicle that serves the client at this location, or -1.</summary>
    public int VehicleOf(int location) => routeOf[location];

    public int PositionOf(int location) => positionOf[location];

    public Route RouteOf(int vehicle) => routes[vehicle] ??= new Route(data, evaluator, vehicle, walk);

    /// <summary>Whether the vehicle may take the client, by its skills, its locks and what it and others serve already.</summary>
    public bool MayServe(int vehicle, int client)
    {
        if (!data.MayServe(data.TypeOfVehicle[vehicle], client))
            return false;
        if (data.HasLocks && data.Clients[client - data.DepotCount].Vehicle is { } locked && locked != vehicle)
            return false;
        return !data.HasRelations || KeepsRelations(vehicle, client);
    }

    public bool IsUsed(int vehicle) => usedIndex[vehicle] >= 0;

    /// <summary>The first unused vehicle of a type from <paramref name="from"/> on, or -1.</summary>
    public int UnusedVehicle(int type, int from)
    {
        for (var vehicle = Math.Max(from, data.FirstVehicleOfType[type]); vehicle < data.FirstVehicleOfType[type + 1]; vehicle++)
        {
            if (usedIndex[vehicle] < 0)
                return vehicle;
        }

        return -1;
    }

    /// <summary>
    /// An unused vehicle of a type for a client, of a shipment for both stops: the one that it is locked to, else the one that it is dearest not to use of those planned, else the first; -1 where there is none.
    /// </summary>
    /// <param name="loosely">Not null: any unused vehicle will do, where a known plan makes equal vehicles differ, because whom it is planned for may not be the first to come.</param>
    public int UnusedVehicleFor(int type, int client, Xoshiro256? loosely)
    {
        if (!data.MayServe(type, client))
            return -1;
        if (data.HasLocks || data.HasPlanned)
        {
            var wishes = data.Clients[client - data.DepotCount];
            var others = data.PartnerOf[client] is >= 0 and var partner ? data.Clients[partner - data.DepotCount] : wishes;
            if ((wishes.Vehicle ?? others.Vehicle) is { } locked)
                return IsUnused(locked, type) ? locked : -1;
            if (loosely is not null && data.HasPlanned && data.FirstVehicleOfType[type] < data.FirstVehicleOfType[type + 1])
            {
                var drawn = data.FirstVehicleOfType[type] + loosely.Next(data.FirstVehicleOfType[type + 1] - data.FirstVehicleOfType[type]);
                return UnusedVehicle(type, drawn) is >= 0 and var unused ? unused : UnusedVehicle(type, 0);
            }

            var (planned, further) = (wishes.Planned, others.Planned);
            if (planned is null || further?.VehicleCost > planned.VehicleCost)
                (planned, further) = (further, planned);
            if (planned is not null && IsUnused(planned.Vehicle, type))
                return planned.Vehicle;
            if (further is not null && IsUnused(further.Vehicle, type))
                return further.Vehicle;
        }

        return UnusedVehicle(type, 0);
    }

    private bool IsUnused(int vehicle, int type) => data.TypeOfVehicle[vehicle] == type && usedIndex[vehicle] < 0;

    public void Insert(int client, in Insertion insertion)
    {
        var route = RouteOf(insertion.Vehicle);
        Forget(route);
        route.Apply(client, insertion);
        Remember(route);
    }

    public void Insert(int pickup, int delivery, in ShipmentPlace place)
    {
        var route = RouteOf(place.Vehicle);
        Forget(route);
        route.Apply(pickup, delivery, place);
        Remember(route);
    }

    public void RemoveMarked(int vehicle, ReadOnlySpan<bool> isRemoved)
    {
        var route = RouteOf(vehicle);
        Forget(route);
        route.RemoveMarked(isRemoved);
        Remember(route);
    }

    public void Clear(int vehicle)
    {
        var route = RouteOf(vehicle);
        Forget(route);
        route.Clear();
        Remember(route);
    }

    public void SetEntries(int vehicle, ReadOnlySpan<int> nodes, ReadOnlySpan<int> windows)
    {
        var route = RouteOf(vehicle);
        Forget(route);
        route.SetEntries(nodes, windows);
        Remember(route);
    }

    /// <summary>Takes over one vehicle's route. The caller brings over every route that differs before the sets are compared.</summary>
    public void CopyRoute(RouteSet other, int vehicle)
    {
        var route = RouteOf(vehicle);
        Forget(route);
        route.CopyFrom(other.RouteOf(vehicle));
    }

    /// <summary>The second half of taking over routes: every route forgotten by <see cref="CopyRoute"/> is indexed again.</summary>
    public void IndexRoute(int vehicle) => Remember(RouteOf(vehicle));

    public void CopyAll(RouteSet other)
    {
        for (var i = UsedCount - 1; i >= 0; i--)
        {
            if (!other.IsUsed(used[i]))
                Clear(used[i]);
        }

        foreach (var vehicle in other.Used)
            CopyRoute(other, vehicle);
        foreach (var vehicle in other.Used)
            IndexRoute(vehicle);
    }

    public Solution ToSolution()
    {
        var vehicles = Used.ToArray();
        Array.Sort(vehicles);
        return Solution.Of(data, [.. vehicles.Select(vehicle => RouteOf(vehicle).ToSolutionRoute())]);
    }

    /// <summary>Whether a client of a group of alternatives is served.</summary>
    public bool IsServed(IReadOnlyList<int> group)
    {
        for (var i = 0; i < group.Count; i++)
        {
            if (routeOf[data.DepotCount + group[i]] >= 0)
                return true;
        }

        return false;
    }

    /// <exception cref="ArgumentException">The solution does not fit the problem or breaks one of its rules.</exception>
    public void Load(Solution solution)
    {
        for (var i = UsedCount - 1; i >= 0; i--)
            Clear(used[i]);
        var served = new HashSet<int>();
        foreach (var route in solution.Routes)
        {
            var nodes = new List<int>();
            var windows = new List<int>();
            for (var trip = 0; trip < route.Trips.Count; trip++)
            {
                if (trip > 0)
                {
                    nodes.Add(data.VehicleTypes[data.TypeOfVehicle[route.Vehicle]].StartDepot);
                    windows.Add(0);
                }

                for (var i = 0; i < route.Trips[trip].Count; i++)
                {
                    var location = data.DepotCount + route.Trips[trip][i];
                    if (!served.Add(location))
                        throw new ArgumentException($"The initial solution serves client {route.Trips[trip][i]} twice.");
                    nodes.Add(location);
                    windows.Add(data.WindowOffset[location] + route.Windows[trip][i]);
                }
            }

            SetEntries(route.Vehicle, nodes.ToArray(), windows.ToArray());
            if (!RouteOf(route.Vehicle).IsFeasible)
                throw new ArgumentException($"Vehicle {route.Vehicle} of the initial solution breaks a rule of the problem.");
        }

        foreach (var shipment in data.Shipments)
        {
            var (from, to) = (data.DepotCount + shipment.Pickup, data.DepotCount + shipment.Delivery);
            var isKept = routeOf[from] < 0 ? routeOf[to] < 0 : routeOf[from] == routeOf[to] && RouteOf(routeOf[from]).IsOneTrip(positionOf[from], positionOf[to]);
            if (!isKept)
                throw new ArgumentException($"The initial solution does not take client {shipment.Pickup} before client {shipment.Delivery} on one trip.");
        }
    }

    private bool KeepsRelations(int vehicle, int client)
    {
        foreach (var number in data.RelationsOf(client))
        {
            var relation = data.Rules.Relations[number];
            var isApart = relation.Kind == RelationKind.Apart;
            for (var i = 0; i < relation.Clients.Count; i++)
            {
                var other = data.DepotCount + relation.Clients[i];
                var there = routeOf[other];
                if (there >= 0 && other != client && there == vehicle == isApart)
                    return false;
            }
        }

        return true;
    }

    private void Forget(Route route)
    {
        RouteCost -= route.Cost;
        foreach (var node in route.Nodes)
        {
            if (node < data.DepotCount)
                continue;
            routeOf[node] = -1;
            ServedCount--;
            LeftOutCost += evaluator.LeaveOutCost(node);
        }

        var index = usedIndex[route.Vehicle];
        if (index < 0)
            return;
        usedIndex[route.Vehicle] = -1;
        var last = used[--UsedCount];
        if (last == route.Vehicle)
            return;
        used[index] = last;
        usedIndex[last] = index;
    }

    private void Remember(Route route)
    {
        RouteCost += route.Cost;
        var nodes = route.Nodes;
        for (var i = 0; i < nodes.Length; i++)
        {
            if (nodes[i] < data.DepotCount)
                continue;
            if (routeOf[nodes[i]] < 0)
            {
                ServedCount++;
                LeftOutCost -= evaluator.LeaveOutCost(nodes[i]);
            }

            routeOf[nodes[i]] = route.Vehicle;
            positionOf[nodes[i]] = i;
        }

        if (!route.IsEmpty)
        {
            usedIndex[route.Vehicle] = UsedCount;
            used[UsedCount++] = route.Vehicle;
        }
    }
}
