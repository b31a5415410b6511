using Territory.Optimizer.Checking;
using Territory.Optimizer.Formats;
using Territory.Optimizer.Solving;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Solving;

/// <summary>The problems of VRPLIB's extensions, from the text to the solution file and its check, against brute force on the figures that were written.</summary>
public sealed class VrplibVariantSolvingTests
{
    private const int Draws = 30;

    /// <summary>Few iterations settle most problems; the others are given more, and then there is no excuse.</summary>
    private static readonly long[] Patience = [1_000, 20_000];

    [Theory]
    [InlineData("CVRP")]
    [InlineData("OVRP")]
    [InlineData("VRPB")]
    [InlineData("VRPBTW")]
    [InlineData("VRPSPD")]
    [InlineData("VRPMPDTW")]
    [InlineData("PCVRPTW")]
    [InlineData("MTVRPTWR")]
    [InlineData("GVRP")]
    public void Solve_WrittenInstances_FindsTheOptimumOfBruteForce(string type)
    {
        var solved = 0;
        for (var seed = 1; seed <= Draws; seed++)
        {
            var drawn = new DrawnVrplib(type, seed);
            var best = drawn.Optimum();
            using var file = new TextFile(drawn.Text());
            var instance = InstanceReader.Read(file.Path);
            var model = new InstanceProblem(instance);
            var results = Patience.Select(iterations => new TerritorySolver().Solve(model.Data, new SolveOptions { Iterations = iterations }, null, CancellationToken.None));
            bool IsBest(SolveResult solved) => double.IsInfinity(best) || SolutionChecker.Check(instance, InstanceProblem.ToRouteList(model.Kept(solved.Best))).Cost <= best + 1e-6;
            var result = results.FirstOrDefault(IsBest) ?? results.Last();
            var found = InstanceProblem.ToRouteList(model.Kept(result.Best));
            if (double.IsInfinity(best))
            {
                SolutionChecker.Check(instance, found).Violations.ShouldContain(violation => violation.Rule == "missing", $"seed {seed}");
                continue;
            }

            using var written = new TextFile(RouteListFile.Format(found with { StatedCost = SolutionChecker.Check(instance, found).Cost }, instance));
            var read = RouteListFile.Read(written.Path, instance);
            var verdict = SolutionChecker.Check(instance, read);

            verdict.Violations.ShouldBeEmpty($"seed {seed}");
            verdict.Cost.ShouldBe(best, 1e-6, $"seed {seed}");
            model.CostOf(result.Trace[^1]).ShouldBe(best, 1e-6, $"seed {seed}");
            // As a solution to start from it costs the search the same.
            model.ToSolution(read).Cost.ShouldBe(result.Best.Cost, $"seed {seed}");
            solved++;
        }

        solved.ShouldBeGreaterThan(Draws / 4);
    }
}
