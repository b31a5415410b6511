using Territory.Optimizer.Routing;
using Territory.Optimizer.Solving;

namespace Territory.Optimizer.Inventory;

/// <summary>Routes each period's deliveries of a schedule anew with the route engine, quantities as they are.</summary>
internal sealed class PeriodRouting(DraftProblem data)
{
    /// <summary>A period has few stops, and its routes are near a local optimum already.</summary>
    private const long Iterations = 512;

    private readonly TerritorySolver engine = new();

    /// <summary>Puts the engine's routes in where they cost less. A period with an overloaded route stays as it is.</summary>
    public void Improve(Draft draft, long seed)
    {
        for (var t = 0; t < data.Periods; t++)
        {
            var customers = Enumerable.Range(1, data.Customers).Where(customer => draft.RouteOf[(t * data.Width) + customer] != Draft.None).ToArray();
            if (customers.Length > 2 && IsWithinCapacity(draft, t))
                Improve(draft, t, customers, seed);
        }
    }

    private bool IsWithinCapacity(Draft draft, int period)
    {
        for (var vehicle = 0; vehicle < data.Vehicles; vehicle++)
        {
            if (draft.Load[(period * data.Vehicles) + vehicle] > data.Capacity[vehicle])
                return false;
        }

        return true;
    }

    private void Improve(Draft draft, int period, int[] customers, long seed)
    {
        var problem = Problem(draft, period, customers);
        var initial = Solution.Of(problem, [.. Enumerable.Range(0, data.Vehicles).Select(vehicle => RouteOf(draft, problem, period, vehicle, customers)).OfType<SolutionRoute>()]);
        var result = engine.Solve(problem, new SolveOptions { Seed = seed, Iterations = Iterations, Initial = initial }, null, CancellationToken.None).Best;
        if (result.Unserved.Count > 0 || result.Cost >= initial.Cost)
            return;
        var quantities = Array.ConvertAll(customers, customer => draft.Quantity[(period * data.Width) + customer]);
        foreach (var customer in customers)
            draft.Remove(period, customer);
        foreach (var route in result.Routes)
        {
            var after = 0;
            foreach (var client in route.Clients)
            {
                draft.Insert(period, customers[client], (period * data.Vehicles) + route.Vehicle, after, quantities[client]);
                after = customers[client];
            }
        }
    }

    private SolutionRoute? RouteOf(Draft draft, ProblemData problem, int period, int vehicle, int[] customers)
    {
        var route = (period * data.Vehicles) + vehicle;
        var clients = new List<int>();
        var (distance, at) = (0L, 0);
        for (var stop = draft.First[route]; stop != 0; stop = draft.Next[(period * data.Width) + stop])
        {
            clients.Add(Array.BinarySearch(customers, stop));
            distance += data.Distance(at, stop);
            at = stop;
        }

        distance += data.Distance(at, 0);
        var cost = new CostEvaluator(problem).RouteCost(vehicle, distance, 0);
        return clients.Count == 0 ? null : new SolutionRoute(vehicle, vehicle, [clients], [new int[clients.Count]], distance, 0, cost);
    }

    private ProblemData Problem(Draft draft, int period, int[] customers)
    {
        int[] locations = [0, .. customers];
        var clients = Array.ConvertAll(customers, customer => new Client
        {
            Demand = new Load(draft.Quantity[(period * data.Width) + customer]),
            ServiceDuration = data.IsTimed ? data.Service[customer] + (data.ServicePerUnit * draft.Quantity[(period * data.Width) + customer]) : 0,
        });
        var vehicles = data.Problem.Vehicles.Select((vehicle, number) => new VehicleType
        {
            Capacity = new Load(vehicle.Capacity),
            FixedCost = vehicle.FixedCost,
            CostPerDistance = vehicle.CostPerDistance,
            MaxDuration = vehicle.MaxDuration ?? Interval.Unbounded,
            AllowedClients = [.. customers.Select(customer => data.Allowed[(number * data.Width) + customer])],
        });
        return new ProblemData([new Depot()], clients, [.. vehicles], Cells(locations, data.Distance), Cells(locations, (from, to) => data.IsTimed ? (int)data.Duration(from, to) : 0));
    }

    private static int[] Cells(int[] locations, Func<int, int, int> length) =>
        [.. locations.SelectMany(from => locations.Select(to => from == to ? 0 : length(from, to)))];
}
