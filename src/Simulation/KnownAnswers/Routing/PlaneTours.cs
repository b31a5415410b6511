using Territory.Optimizer.Routing;
using Territory.Optimizer.Solving;

namespace Territory.Simulation.KnownAnswers.Routing;

/// <summary>Routes over points of the plane by the optimiser, priced in full precision afterwards.</summary>
public static class PlaneTours
{
    /// <summary>The optimiser counts in whole numbers; a millionth of the plane's unit orders routes as the unit itself does.</summary>
    private const double UnitsPerLength = 1e6;

    private const long Iterations = 1_000;

    /// <summary>The length of the routes found.</summary>
    /// <param name="points">The depot first.</param>
    /// <param name="load">Of each other point.</param>
    /// <param name="capacity">Of a vehicle; there are as many as points.</param>
    public static double Length(IReadOnlyList<(double X, double Y)> points, int load, int capacity, long seed)
    {
        var lengths = points.SelectMany(a => points.Select(b => (int)Math.Round(UnitsPerLength * Between(a, b)))).ToArray();
        var data = new ProblemData(
            [new Depot()],
            [.. points.Skip(1).Select(_ => new Client { Demand = new Load(load) })],
            [new VehicleType { Capacity = new Load(capacity), Count = points.Count - 1 }],
            lengths,
            lengths);
        var result = new TerritorySolver().Solve(data, new SolveOptions { Seed = seed, Iterations = Iterations }, null, CancellationToken.None);
        return result.Best.Unserved.Count > 0 ? double.NaN : result.Best.Routes.Sum(route => route.Trips.Sum(trip => Length(points, trip)));
    }

    private static double Length(IReadOnlyList<(double X, double Y)> points, IReadOnlyList<int> trip)
    {
        var at = points[0];
        var length = 0.0;
        foreach (var client in trip)
        {
            length += Between(at, points[client + 1]);
            at = points[client + 1];
        }

        return length + Between(at, points[0]);
    }

    private static double Between((double X, double Y) a, (double X, double Y) b) => double.Hypot(a.X - b.X, a.Y - b.Y);
}
