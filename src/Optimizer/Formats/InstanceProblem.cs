using Territory.Model.Problems;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Formats;

/// <summary>An instance in the whole numbers of the search. Client c is stop c + 1 of the instance.</summary>
/// <remarks>
/// One unit of the file is <see cref="UnitsPerFileUnit"/> units of the problem: 1 for nearest and whole matrices, 10 for dimacs, up to 10,000 for exact. With
/// exact, distances are rounded to the nearest unit and durations up, so that what keeps the windows here keeps them in double precision.
/// </remarks>
public sealed class InstanceProblem
{
    private const double LargestEntry = 1 << 29;

    /// <exception cref="InvalidInputException">The figures do not fit in whole numbers.</exception>
    public InstanceProblem(RoutingInstance instance, RoutingObjective objective = RoutingObjective.Distance)
    {
        Instance = instance;
        Objective = objective;
        UnitsPerFileUnit = Scale(instance);
        var n = instance.Stops.Count;
        var distances = new int[n * n];
        var isExact = instance.Matrix is null && instance.Rounding == RoundingRule.Exact;
        var durations = isExact && instance.HasTimeWindows ? new int[n * n] : distances;
        for (int i = 0, cell = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++, cell++)
            {
                var length = (instance.Matrix is { } matrix ? matrix[cell] : double.Hypot(instance.Stops[i].X - instance.Stops[j].X, instance.Stops[i].Y - instance.Stops[j].Y))
                    * UnitsPerFileUnit;
                if (length > LargestEntry)
                    throw new InvalidInputException(new Problem("instance.size", "Distances are too long to count in whole numbers.", Value: $"{length:0}"));
                distances[cell] = instance.Matrix is null && instance.Rounding == RoundingRule.Dimacs
                    ? (int)Math.Truncate(length)
                    : (int)Math.Floor(length + 0.5);
                if (durations != distances)
                    durations[cell] = (int)Math.Ceiling(length - 1e-9);
            }
        }

        // In vehicles-first a vehicle costs more than all roads that any solution can use.
        var fixedCost = objective == RoutingObjective.VehiclesFirst ? (2L * n * distances.Max()) + 1 : 0;
        var depot = instance.Stops[0];
        var isTimed = instance.HasTimeWindows;
        Data = new ProblemData(
            [new Depot()],
            [.. instance.Stops.Skip(1).Select(ToClient)],
            [
                new VehicleType
                {
                    Capacity = new Load(instance.Capacity),
                    Count = Math.Min(instance.Vehicles ?? instance.ClientCount, instance.ClientCount),
                    Start = isTimed ? new Interval(Up(depot.Early), Down(depot.Late)) : Interval.Always,
                    LatestEnd = isTimed ? Down(depot.Late) : Interval.Unbounded,
                    FixedCost = fixedCost,
                },
            ],
            distances,
            durations);
    }

    public RoutingInstance Instance { get; }

    public RoutingObjective Objective { get; }

    public int UnitsPerFileUnit { get; }

    public ProblemData Data { get; }

    /// <summary>The routes of a solution by stop numbers; its cost is for the checker to state.</summary>
    public static RouteList ToRouteList(Solution solution) =>
        new([.. solution.Routes.Select(route => (IReadOnlyList<int>)[.. route.Clients.Select(client => client + 1)])], null);

    /// <summary>Routes of a file as a solution to start from.</summary>
    /// <exception cref="InvalidInputException">A route names a stop that does not exist, or there are more routes than vehicles.</exception>
    public Solution ToSolution(RouteList list)
    {
        var evaluator = new CostEvaluator(Data);
        if (list.Routes.Count > Data.VehicleCount || list.Routes.SelectMany(route => route).Any(stop => stop < 1 || stop > Data.ClientCount))
            throw new InvalidInputException(new Problem("solution.instance", $"The solution must use at most {Data.VehicleCount} vehicles and stops 1 to {Data.ClientCount}."));
        var routes = list.Routes.Where(stops => stops.Count > 0).Select((stops, vehicle) =>
        {
            int[] path = [0, .. stops, 0];
            var distance = path.Zip(path.Skip(1), (from, to) => (long)Data.DistanceBetween(from, to)).Sum();
            return new SolutionRoute(vehicle, 0, [[.. stops.Select(stop => stop - 1)]], [[.. stops.Select(_ => 0)]], distance, 0, evaluator.RouteCost(0, distance, 0));
        });
        return Solution.Of(Data, [.. routes]);
    }

    private static int Scale(RoutingInstance instance)
    {
        if (instance.Matrix is { } matrix)
            return matrix.All(weight => weight == Math.Floor(weight)) ? 1 : 1_000;
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

    private long Up(double time) => (long)Math.Ceiling((time * UnitsPerFileUnit) - 1e-9);

    private long Down(double time) => (long)Math.Floor((time * UnitsPerFileUnit) + 1e-9);

    private Client ToClient(InstanceStop stop) => new()
    {
        Demand = new Load(stop.Demand),
        Windows = [Instance.HasTimeWindows ? new Interval(Up(stop.Early), Down(stop.Late)) : Interval.Always],
        ServiceDuration = Instance.HasTimeWindows ? Up(stop.Service) : 0,
    };
}
