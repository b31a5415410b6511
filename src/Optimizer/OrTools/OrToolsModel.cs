using Google.OrTools.ConstraintSolver;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Search;

namespace Territory.Optimizer.OrTools;

/// <summary>A problem in the terms of OR-Tools' routing library: nodes are locations, dimensions are loads and time.</summary>
internal sealed class OrToolsModel : IDisposable
{
    private const string TimeName = "time";

    private readonly ProblemData data;
    private readonly RoutingIndexManager manager;
    private readonly RoutingDimension? times;

    public OrToolsModel(ProblemData data)
    {
        this.data = data;
        int[] starts = [.. data.TypeOfVehicle.Select(type => data.VehicleTypes[type].StartDepot)];
        int[] ends = [.. data.TypeOfVehicle.Select(type => data.VehicleTypes[type].EndDepot)];
        manager = new RoutingIndexManager(data.LocationCount, data.VehicleCount, starts, ends);
        Routing = new RoutingModel(manager);
        AddCosts();
        for (var dimension = 0; dimension < data.Dimensions; dimension++)
            AddLoad(dimension);
        AddClients();
        LeaveOut(Enumerable.Range(0, data.DepotCount).Except(starts).Except(ends));
        if (data.IsTimed)
            times = AddTimes();
        AddShipments();
    }

    public RoutingModel Routing { get; }

    /// <summary>Cost of the solution that the search stands at.</summary>
    public long CurrentCost() => Routing.CostVar().Value();

    public int CountUnserved() => Enumerable.Range(data.DepotCount, data.ClientCount).Count(location => !IsServed(location));

    /// <summary>What the clients cost that the solution at hand leaves out.</summary>
    public long LeftOutCost() => data.LeaveOutCostOf([.. Enumerable.Range(data.DepotCount, data.ClientCount).Select(IsServed)]);

    public Solution Read(Assignment assignment)
    {
        var set = new RouteSet(data, new CostEvaluator(data));
        var nodes = new List<int>();
        var windows = new List<int>();
        for (var vehicle = 0; vehicle < data.VehicleCount; vehicle++)
        {
            nodes.Clear();
            windows.Clear();
            for (var index = assignment.Value(Routing.NextVar(Routing.Start(vehicle))); !Routing.IsEnd(index); index = assignment.Value(Routing.NextVar(index)))
            {
                var location = manager.IndexToNode(index);
                nodes.Add(location);
                windows.Add(WindowOf(location, times is null ? 0 : assignment.Min(times.CumulVar(index))));
            }

            if (nodes.Count > 0)
                set.SetEntries(vehicle, nodes.ToArray(), windows.ToArray());
        }

        return set.ToSolution();
    }

    public void Dispose()
    {
        Routing.Dispose();
        manager.Dispose();
    }

    private bool IsServed(int location)
    {
        var index = manager.NodeToIndex(location);
        return Routing.NextVar(index).Value() != index;
    }

    private void AddCosts()
    {
        for (var type = 0; type < data.VehicleTypes.Count; type++)
        {
            var vehicleType = data.VehicleTypes[type];
            var callback = Register((from, to) => Priced(vehicleType.CostPerDistance, from, to));
            for (var vehicle = data.FirstVehicleOfType[type]; vehicle < data.FirstVehicleOfType[type + 1]; vehicle++)
            {
                Routing.SetArcCostEvaluatorOfVehicle(callback, vehicle);
                Routing.SetFixedCostOfVehicle(vehicleType.FixedCost, vehicle);
            }
        }
    }

    /// <summary>A missing road is forbidden where clients are joined; between depots of an unused vehicle it is never paid.</summary>
    private long Priced(long perDistance, int from, int to) =>
        data.DistanceBetween(from, to) is var distance && distance == ProblemData.NoRoad ? 0 : perDistance * distance;

    private void AddLoad(int dimension)
    {
        var amounts = new long[data.LocationCount];
        for (var client = 0; client < data.ClientCount; client++)
            amounts[data.DepotCount + client] = data.Clients[client].Demand[dimension] + data.Clients[client].Pickup[dimension];
        foreach (var shipment in data.Shipments)
        {
            amounts[data.DepotCount + shipment.Pickup] += shipment.Amount[dimension];
            amounts[data.DepotCount + shipment.Delivery] -= shipment.Amount[dimension];
        }

        var callback = Routing.RegisterUnaryTransitVector(amounts);
        long[] capacities = [.. data.TypeOfVehicle.Select(type => data.VehicleTypes[type].Capacity[dimension])];
        Routing.AddDimensionWithVehicleCapacity(callback, 0, capacities, fix_start_cumul_to_zero: true, $"load {dimension}");
    }

    private void AddClients()
    {
        for (var location = data.DepotCount; location < data.LocationCount; location++)
        {
            var index = manager.NodeToIndex(location);
            Routing.AddDisjunction([index], data.LeaveOutCost[location]);
            foreach (var vehicle in Enumerable.Range(0, data.VehicleCount).Where(vehicle => !MayServe(data.TypeOfVehicle[vehicle], location)))
                Routing.VehicleVar(index).RemoveValue(vehicle);
            for (var other = data.DepotCount; other < data.LocationCount; other++)
            {
                if (data.DistanceBetween(location, other) == ProblemData.NoRoad || data.DurationBetween(location, other) == ProblemData.NoRoad)
                    Routing.NextVar(index).RemoveValue(manager.NodeToIndex(other));
            }
        }

        for (var vehicle = 0; vehicle < data.VehicleCount; vehicle++)
            ForbidMissingRoads(vehicle);
    }

    /// <summary>A depot where no vehicle begins or ends is a node like a client to OR-Tools, and would have to be visited.</summary>
    private void LeaveOut(IEnumerable<int> depots)
    {
        foreach (var index in depots.Select(manager.NodeToIndex))
        {
            Routing.AddDisjunction([index], 0);
            Routing.ActiveVar(index).SetValue(0);
        }
    }

    private bool MayServe(int type, int location) => data.MayServe(type, location) && IsUsable(data.VehicleTypes[type]);

    private void ForbidMissingRoads(int vehicle)
    {
        var type = data.VehicleTypes[data.TypeOfVehicle[vehicle]];
        for (var location = data.DepotCount; location < data.LocationCount; location++)
        {
            var index = manager.NodeToIndex(location);
            if (data.DistanceBetween(type.StartDepot, location) == ProblemData.NoRoad || data.DurationBetween(type.StartDepot, location) == ProblemData.NoRoad)
                Routing.NextVar(Routing.Start(vehicle)).RemoveValue(index);
            if (data.DistanceBetween(location, type.EndDepot) == ProblemData.NoRoad || data.DurationBetween(location, type.EndDepot) == ProblemData.NoRoad)
                Routing.NextVar(index).RemoveValue(Routing.End(vehicle));
        }
    }

    private RoutingDimension AddTimes()
    {
        // A start of service that is too late for every vehicle still has to be in the domain: an empty one fails outside of any search.
        var latest = Math.Max(data.VehicleTypes.Max(type => Math.Max(type.LatestEnd, type.Start.Early)), data.Clients.Max(client => client.Windows[0].Early));
        var callback = Register(Taken);
        Routing.AddDimension(callback, latest, latest, fix_start_cumul_to_zero: false, TimeName);
        var dimension = Routing.GetMutableDimension(TimeName);
        for (var location = data.DepotCount; location < data.LocationCount; location++)
        {
            var windows = data.Clients[location - data.DepotCount].Windows;
            var start = dimension.CumulVar(manager.NodeToIndex(location));
            start.SetRange(windows[0].Early, windows[^1].Late);
            for (var i = 1; i < windows.Count; i++)
                start.RemoveInterval(windows[i - 1].Late + 1, windows[i].Early - 1);
        }

        for (var vehicle = 0; vehicle < data.VehicleCount; vehicle++)
        {
            var type = data.VehicleTypes[data.TypeOfVehicle[vehicle]];
            if (!IsUsable(type))
                continue;
            dimension.CumulVar(Routing.Start(vehicle)).SetRange(type.Start.Early, type.Start.Late);
            dimension.CumulVar(Routing.End(vehicle)).SetMax(type.LatestEnd);
            if (type.MaxDuration < Interval.Unbounded)
                dimension.SetSpanUpperBoundForVehicle(type.MaxDuration, vehicle);
            if (type.CostPerDuration > 0)
                dimension.SetSpanCostCoefficientForVehicle(type.CostPerDuration, vehicle);
            Routing.AddVariableMinimizedByFinalizer(dimension.CumulVar(Routing.End(vehicle)));
        }

        return dimension;
    }

    /// <summary>From depot to depot nothing: only a vehicle that stays at home goes there, and its day may be too short for the way.</summary>
    private long Taken(int from, int to) =>
        (from < data.DepotCount && to < data.DepotCount) || data.DurationBetween(from, to) is not (var duration and not ProblemData.NoRoad) ? data.Service[from] : data.Service[from] + duration;

    /// <summary>A vehicle that may not leave before it has to be back serves nobody.</summary>
    private static bool IsUsable(VehicleType type) => type.Start.Early <= type.LatestEnd;

    /// <summary>Each length is a call back. A matrix would be read by native code alone, but with times 9.15 then builds no first plan of 1,000 stops within a minute, where it takes 0.3 s with call backs.</summary>
    private int Register(Func<int, int, long> length) => Routing.RegisterTransitCallback((from, to) => length(manager.IndexToNode(from), manager.IndexToNode(to)));

    private void AddShipments()
    {
        foreach (var shipment in data.Shipments)
        {
            var (pickup, delivery) = (manager.NodeToIndex(data.DepotCount + shipment.Pickup), manager.NodeToIndex(data.DepotCount + shipment.Delivery));
            Routing.AddPickupAndDelivery(pickup, delivery);
            var solver = Routing.solver();
            solver.Add(solver.MakeEquality(Routing.VehicleVar(pickup), Routing.VehicleVar(delivery)));
            if (times is not null)
                solver.Add(solver.MakeLessOrEqual(times.CumulVar(pickup), times.CumulVar(delivery)));
        }
    }

    /// <summary>The window of a client in which a start of service lies.</summary>
    private int WindowOf(int location, long start)
    {
        var window = data.WindowOffset[location];
        while (window + 1 < data.WindowOffset[location + 1] && data.WindowLate[window] < start)
            window++;
        return window;
    }
}
