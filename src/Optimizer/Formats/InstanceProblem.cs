using Territory.Model.Problems;
using Territory.Optimizer.Genetic;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Solving;

namespace Territory.Optimizer.Formats;

/// <summary>An instance in the whole numbers of the search. Client c is stop c + 1 of the instance, vehicle type t is fleet t.</summary>
/// <remarks>
/// One unit of the file is <see cref="UnitsPerFileUnit"/> units of the problem: 1 for nearest and whole matrices, 10 for dimacs, up to 10,000 for exact. With
/// exact, distances are rounded to the nearest unit and durations up, so that what keeps the windows here keeps them in double precision.
/// </remarks>
public sealed class InstanceProblem
{
    /// <summary>Above this many stops distances are computed from the coordinates each time and no matrix is kept.</summary>
    public const int MostMatrixStops = 5_000;

    /// <summary>The same without windows: the search of more stops is quicker by a square root than by a cell that is in no cache.</summary>
    public const int MostUntimedMatrixStops = HybridSearch.MostClients;

    private const double LargestEntry = 1 << 29;

    private readonly bool isTimed;
    private readonly long fixedCost;

    /// <exception cref="InvalidInputException">The figures do not fit in whole numbers.</exception>
    public InstanceProblem(RoutingInstance instance, RoutingObjective objective = RoutingObjective.Distance)
    {
        Instance = instance;
        Objective = objective;
        UnitsPerFileUnit = Scale(instance);
        isTimed = instance.HasTimeWindows || instance.LimitsRoutes || instance.HasReleases;
        if (instance.HasPrizes && objective == RoutingObjective.VehiclesFirst)
            throw new InvalidInputException(new Problem("objective.prizes", "Where stops may be left out for a prize, the fewest vehicles are none; such a problem is solved by distance.", Field: "objective"));
        int[] stops = [.. Enumerable.Range(0, instance.DepotCount).Select(instance.StopOfDepot), .. Enumerable.Range(1, instance.ClientCount)];
        var (distances, durations) = instance.Matrix is { } matrix ? OfMatrix(matrix, stops) : OfCoordinates(stops);
        if (InstanceRoads.AreRestricted(instance))
        {
            var roads = new InstanceRoads(instance, stops, MostMatrixStops);
            (distances, durations) = (roads.Distances(distances), roads.Durations(durations));
        }

        // In vehicles-first a vehicle costs more than all roads that any solution can use.
        fixedCost = objective == RoutingObjective.VehiclesFirst ? DearestRoads(instance, distances.Longest) + 1 : 0;
        Data = new ProblemData(
            [.. Enumerable.Range(0, instance.DepotCount + (instance.IsOpen ? 1 : 0)).Select(_ => new Depot())],
            [.. instance.Stops.Skip(1).Take(instance.ClientCount).Select(ToClient)],
            [.. instance.Fleets.Select((fleet, i) => ToVehicleType(fleet, instance.DepotOfFleet(i)))],
            distances,
            durations,
            [.. instance.Pairs.Select(pair => new Shipment(pair.Pickup - 1, pair.Delivery - 1, new Load(instance.Stops[pair.Pickup].Demand)))],
            new ProblemRules { Alternatives = [.. instance.Groups.Select(group => (IReadOnlyList<int>)[.. group.Select(stop => stop - 1)])] });
    }

    public RoutingInstance Instance { get; }

    public RoutingObjective Objective { get; }

    public int UnitsPerFileUnit { get; }

    public ProblemData Data { get; }

    /// <summary>By how many units a distance or duration of the problem may exceed the instance's own.</summary>
    public long RoundingSlack => Instance.Matrix is { } matrix
        ? matrix.All(weight => weight * UnitsPerFileUnit == Math.Floor(weight * UnitsPerFileUnit)) ? 0 : 1
        : Instance.Rounding == RoundingRule.Exact ? 1 : 0;

    /// <summary>The solution without the trips that begin with a backhaul where none may, which the search only prices.</summary>
    public Solution Kept(Solution solution)
    {
        bool IsKept(IReadOnlyList<int> trip) => Instance.Backhauls != BackhaulOrder.AfterLinehaul || trip.Count == 0 || !Instance.Stops[trip[0] + 1].IsBackhaul;
        if (solution.Routes.All(route => route.Trips.All(IsKept)))
            return solution;
        var routes = ToRouteList(solution);
        var kept = solution.Routes.Select((route, i) => (Trips: (int[][])[.. route.Trips.Where(IsKept).Select(trip => (int[])[.. trip.Select(client => client + 1)])], Fleet: routes.FleetOf(i)))
            .Where(route => route.Trips.Length > 0).ToArray();
        return ToSolution(new RouteList([.. kept.Select(route => (IReadOnlyList<int>)[.. route.Trips.SelectMany(trip => trip)])], null)
        {
            Fleets = [.. kept.Select(route => route.Fleet)],
            Reloads = [.. kept.Select(route => Reloads(route.Trips))],
        });
    }

    /// <summary>The routes of a solution by stop numbers; its cost is for the checker to state.</summary>
    public static RouteList ToRouteList(Solution solution) =>
        new([.. solution.Routes.Select(route => (IReadOnlyList<int>)[.. route.Clients.Select(client => client + 1)])], null)
        {
            Fleets = [.. solution.Routes.Select(route => route.VehicleType)],
            Reloads = solution.Routes.All(route => route.Trips.Count == 1) ? null : [.. solution.Routes.Select(route => Reloads(route.Trips))],
        };

    /// <summary>
    /// The cost, in the instance's own unit, of a solution met on the way: without what the search adds for stops left out and for putting vehicles first, but with the price of every trip that
    /// still begins with a backhaul where none may.
    /// </summary>
    public double CostOf(SolveProgress progress)
    {
        // A stop that has to be served costs more than all that is not one; of stops left out for a prize only the cost tells.
        var cost = Instance.HasPrizes ? progress.Cost % Data.RequiredPrize : progress.Cost - (progress.Unserved * Data.RequiredPrize);
        // A vehicle costs more than all roads, so these are what remains.
        return (double)(fixedCost > 0 ? cost % fixedCost : cost) / UnitsPerFileUnit;
    }

    /// <summary>Routes of a file as a solution to start from.</summary>
    /// <exception cref="InvalidInputException">A route names a stop that does not exist, or there are more routes than vehicles.</exception>
    public Solution ToSolution(RouteList list)
    {
        var evaluator = new CostEvaluator(Data);
        var routes = new List<SolutionRoute>();
        var used = new int[Data.VehicleTypes.Count];
        for (var i = 0; i < list.Routes.Count; i++)
        {
            var stops = list.Routes[i];
            var fleet = list.FleetOf(i);
            if (stops.Count == 0)
                continue;
            if (used[fleet]++ == Data.VehicleTypes[fleet].Count || stops.Any(stop => stop < 1 || stop > Data.ClientCount))
                throw new InvalidInputException(new Problem("solution.instance", $"The solution must use at most {Data.VehicleTypes[fleet].Count} vehicles of a kind and stops {Instance.NumberOf(1)} to {Instance.NumberOf(Data.ClientCount)}."));
            var type = Data.VehicleTypes[fleet];
            var trips = list.TripsOf(i).Where(trip => trip.Count > 0).ToArray();
            int[] path = [.. trips.SelectMany(trip => trip.Select(stop => Data.DepotCount + stop - 1).Prepend(type.StartDepot)), type.EndDepot];
            var distance = path.Zip(path.Skip(1), (from, to) => (long)Data.DistanceBetween(from, to)).Sum();
            var vehicle = Data.FirstVehicleOfType[fleet] + used[fleet] - 1;
            routes.Add(new SolutionRoute(vehicle, fleet, [.. trips.Select(trip => (int[])[.. trip.Select(stop => stop - 1)])], [.. trips.Select(trip => (int[])[.. trip.Select(_ => 0)])], distance, 0, evaluator.RouteCost(fleet, distance, 0)));
        }

        return Solution.Of(Data, routes);
    }

    /// <summary>How many stops come before each trip of a route but its first.</summary>
    private static IReadOnlyList<int> Reloads(IReadOnlyList<IReadOnlyList<int>> trips)
    {
        var served = 0;
        return [.. trips.SkipLast(1).Select(trip => served += trip.Count)];
    }

    /// <summary>More than the roads and the vehicles' own costs of any plan.</summary>
    /// <exception cref="InvalidInputException">The costs do not fit in whole numbers.</exception>
    private long DearestRoads(RoutingInstance instance, long longest)
    {
        var roads = 2 * (Int128)instance.Stops.Count * longest * instance.Fleets.Max(fleet => fleet.CostPerDistance);
        var all = roads + ((Int128)instance.ClientCount * instance.Fleets.Max(fleet => fleet.FixedCost) * UnitsPerFileUnit);
        return all <= long.MaxValue / 1024 ? (long)all : throw new InvalidInputException(new Problem("cost.overflow", "The costs of vehicles and distances are too large to put vehicles first.", Value: $"{all}"));
    }

    private static bool IsWhole(double value) => value == Math.Floor(value);

    private static int Scale(RoutingInstance instance)
    {
        if (instance.Matrix is { } matrix)
            return matrix.All(IsWhole) && instance.Stops.All(stop => IsWhole(stop.Prize)) ? 1 : 1_000;
        if (instance.Rounding == RoundingRule.Nearest)
            return 1;
        if (instance.Rounding == RoundingRule.Dimacs)
            return 10;
        var width = instance.Stops.Max(stop => stop.X) - instance.Stops.Min(stop => stop.X);
        var height = instance.Stops.Max(stop => stop.Y) - instance.Stops.Min(stop => stop.Y);
        var scale = 10_000;
        while (scale > 1 && double.Hypot(width, height) * scale > LargestEntry)
            scale /= 10;
        return scale;
    }

    private (ArcLengths Distances, ArcLengths Durations) OfMatrix(double[] matrix, int[] stops)
    {
        var n = stops.Length;
        var lengths = new int[n * n];
        for (int i = 0, cell = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++, cell++)
            {
                var length = matrix[(stops[i] * n) + stops[j]] * UnitsPerFileUnit;
                CheckLength(length);
                lengths[cell] = (int)Math.Floor(length + 0.5);
            }
        }

        var arcs = ArcLengths.OfMatrix(lengths, n);
        return (arcs, arcs);
    }

    private (ArcLengths Distances, ArcLengths Durations) OfCoordinates(int[] stops)
    {
        double[] x = [.. stops.Select(stop => Instance.Stops[stop].X)];
        double[] y = [.. stops.Select(stop => Instance.Stops[stop].Y)];
        var distances = ArcLengths.OfCoordinates(x, y, UnitsPerFileUnit, Instance.Rounding == RoundingRule.Dimacs ? LengthRounding.Down : LengthRounding.Nearest);
        CheckLength(distances.Longest);
        var durations = Instance.Rounding == RoundingRule.Exact && isTimed ? ArcLengths.OfCoordinates(x, y, UnitsPerFileUnit, LengthRounding.Up) : distances;
        if (Instance.ClientCount > (isTimed ? MostMatrixStops : MostUntimedMatrixStops))
            return (distances, durations);
        var matrix = distances.ToMatrix();
        return (matrix, durations == distances ? matrix : durations.ToMatrix());
    }

    private static void CheckLength(double length)
    {
        if (length > LargestEntry)
            throw new InvalidInputException(new Problem("instance.size", "Distances are too long to count in whole numbers.", Value: $"{length:0}"));
    }

    private long Up(double time) => (long)Math.Ceiling((time * UnitsPerFileUnit) - 1e-9);

    private long Down(double time) => (long)Math.Floor((time * UnitsPerFileUnit) + 1e-9);

    private VehicleType ToVehicleType(InstanceFleet fleet, int depot)
    {
        var place = Instance.Stops[Instance.StopOfDepot(depot)];
        return new VehicleType
        {
            Capacity = new Load(fleet.Capacity, fleet.FurtherCapacity.Second, fleet.FurtherCapacity.Third),
            Count = Math.Min(fleet.Vehicles ?? Instance.ClientCount, Instance.ClientCount),
            StartDepot = depot,
            EndDepot = Instance.IsOpen ? Instance.DepotCount : depot,
            Start = Instance.HasTimeWindows ? new Interval(Up(place.Early), Down(place.Late)) : Interval.Always,
            LatestEnd = Instance.HasTimeWindows ? Down(place.Late) : Interval.Unbounded,
            MaxDuration = double.IsFinite(fleet.LongestRoute) ? Down(fleet.LongestRoute) : Interval.Unbounded,
            MaxDriving = double.IsFinite(fleet.LongestDistance) ? Down(fleet.LongestDistance) : Interval.Unbounded,
            MaxTrips = fleet.MostTrips,
            FixedCost = fixedCost + (fleet.FixedCost * UnitsPerFileUnit),
            CostPerDistance = fleet.CostPerDistance,
            AllowedClients = fleet.AllowedStops,
        };
    }

    private Client ToClient(InstanceStop stop) => new()
    {
        // Of a pair the shipment states the load.
        Demand = Instance.Pairs.Count > 0 ? default : new Load(stop.Demand, stop.FurtherDemand.Second, stop.FurtherDemand.Third),
        Pickup = new Load(stop.Pickup, stop.FurtherPickup.Second, stop.FurtherPickup.Third),
        Windows = [Instance.HasTimeWindows ? new Interval(Up(stop.Early), Down(stop.Late)) : Interval.Always],
        ServiceDuration = isTimed ? Up(stop.Service) : 0,
        Release = Up(stop.Release),
        IsRequired = stop.Prize == 0,
        Prize = ToPrize(stop.Prize),
    };

    /// <summary>Rounded by the rule of the distances; with exact to the nearest unit.</summary>
    private long ToPrize(double prize) => Instance.Matrix is null && Instance.Rounding == RoundingRule.Dimacs ? (long)(prize * UnitsPerFileUnit) : (long)Math.Floor((prize * UnitsPerFileUnit) + 0.5);
}
