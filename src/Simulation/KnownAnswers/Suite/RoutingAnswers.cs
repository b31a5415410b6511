using Territory.Optimizer.Solving;
using Territory.Simulation.KnownAnswers.Routing;

namespace Territory.Simulation.KnownAnswers.Suite;

/// <summary>The rows that the optimiser answers.</summary>
internal static class RoutingAnswers
{
    private const double Rounding = 1e-9;
    private const long Iterations = 1_500;

    /// <summary>Corners of a convex polygon whose sides are 5, 10, 5, 13, 15: the order below is not the order around it.</summary>
    private static readonly (double X, double Y)[] Convex = [(0, 0), (12, 9), (3, -4), (0, 15), (12, -1)];

    public static AnswerSheet Tours(long seed)
    {
        (double X, double Y)[] circle = [.. Enumerable.Range(0, 12).Select(index => Polar(10, index * 5 % 12 * Math.PI / 6))];
        (double X, double Y)[] star = [(0, 0), .. Enumerable.Range(1, 6).Select(spoke => Polar(10 * spoke, spoke * 1.1))];
        return new AnswerSheet("V18", "closed form: a shortest tour of convex points is their hull (Barachet 1957); a full truck a spoke goes out and back")
            .Add("12 points on a circle of radius 10", 240 * Math.Sin(Math.PI / 12), PlaneTours.Length(circle, 1, 11, seed), Rounding)
            .Add("corners of a convex polygon: its perimeter", HullPerimeter(), PlaneTours.Length(Convex, 1, 4, seed), Rounding)
            .Add("spokes of 10 to 60, each a full truck", 2 * (10 + 20 + 30 + 40 + 50 + 60), PlaneTours.Length(star, 9, 9, seed), Rounding);
    }

    public static AnswerSheet Exhaustive(long seed)
    {
        var sheet = new AnswerSheet("V19", "every route of every set of stops, and every split into routes");
        for (var stops = 4; stops <= 9; stops++)
        {
            for (var number = 0; number < 2; number++)
            {
                var problem = SmallDelivery.At(seed, number, stops);
                var best = new TerritorySolver().Solve(
                    problem.ToProblem(), new SolveOptions { Seed = seed, Iterations = Iterations }, null, CancellationToken.None).Best;
                sheet.Exact(
                    $"{stops} stops with windows and loads, number {number + 1}",
                    ExhaustiveRouting.Optimum(problem),
                    best.Unserved.Count > 0 ? double.NaN : best.Distance);
            }
        }

        return sheet;
    }

    private static (double X, double Y) Polar(double radius, double angle) => (radius * Math.Cos(angle), radius * Math.Sin(angle));

    private static double HullPerimeter()
    {
        (double X, double Y)[] around = [(0, 0), (3, -4), (12, -1), (12, 9), (0, 15)];
        return around.Select((corner, index) =>
        {
            var next = around[(index + 1) % around.Length];
            return double.Hypot(next.X - corner.X, next.Y - corner.Y);
        }).Sum();
    }
}
