using Territory.Optimizer.Bounds;
using Territory.Optimizer.Formats;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Solving;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Bounds;

/// <summary>A bound must never be above a true optimum, and is worth something only if it is near.</summary>
public sealed class LowerBoundTests
{
    private const int Problems = 300;

    [Fact]
    public void Compute_SmallProblems_IsNeverAboveTheOptimumAndMostlyIsIt()
    {
        RequireLibrary();
        var met = 0;
        for (var seed = 1; seed <= Problems; seed++)
        {
            var data = SmallRoutes.Problem(new Random(seed), clients: 2 + (seed % 4));
            var optimum = SmallRoutes.Optimum(data);

            var bound = Bound(data, null, TimeSpan.FromMinutes(1));

            bound.IsConverged.ShouldBeTrue($"seed {seed}");
            bound.Cost.ShouldBeInRange(Math.Min(Farthest(data), optimum), optimum, $"seed {seed}");
            met += bound.Cost == optimum ? 1 : 0;
        }

        // Waiting that is paid and what a client may cost at most are relaxed; the rest of such small problems is mostly integral.
        met.ShouldBeGreaterThan(Problems / 2);
    }

    [Fact]
    public void Compute_WithoutTime_IsABoundAlready()
    {
        RequireLibrary();
        for (var seed = 1; seed <= 100; seed++)
        {
            var data = SmallRoutes.Problem(new Random(seed), clients: 5);
            var optimum = SmallRoutes.Optimum(data);

            var bound = Bound(data, null, TimeSpan.Zero);

            bound.IsConverged.ShouldBeFalse();
            bound.Cost.ShouldBeInRange(Math.Min(Farthest(data), optimum), optimum, $"seed {seed}");
        }
    }

    [Fact]
    public void Compute_SeveralTripsAndReleases_AreRelaxed()
    {
        RequireLibrary();
        for (var seed = 1; seed <= 20; seed++)
        {
            var data = RandomProblem.Of(clients: 12, seed, vehicles: 4, maxTrips: 2, withReleases: seed % 2 == 0);
            var found = new TerritorySolver().Solve(data, new SolveOptions { Iterations = 300 }, null, CancellationToken.None).Best;

            var bound = Bound(data, found, TimeSpan.FromMinutes(1));

            bound.Cost.ShouldBeInRange(1, found.Cost, $"seed {seed}");
        }
    }

    /// <summary>C101's relaxation is integral. R101 and RC101: Kohl, Desrosiers, Madsen, Solomon and Soumis (1999) give 1631.15 and 1584.09 for the root.</summary>
    [Theory]
    [InlineData("C101", 827.3, 827.3)]
    [InlineData("R101", 1631.2, 1637.7)]
    [InlineData("RC101", 1584.1, 1619.8)]
    public void Compute_SolomonInstances_GiveThePublishedRootBounds(string name, double least, double optimum)
    {
        RequireLibrary();
        var problem = new InstanceProblem(InstanceReader.Read(SharedData.Path($"solomon/{name}.txt"), rounding: RoundingRule.Dimacs));

        var bound = Bound(problem.Data, null, TimeSpan.FromMinutes(2));

        bound.IsConverged.ShouldBeTrue();
        ((double)bound.Cost / problem.UnitsPerFileUnit).ShouldBeInRange(least, optimum);
    }

    [Fact]
    public void Missing_TooManyStops_SaysSo()
    {
        RequireLibrary();
        LowerBound.Missing(RandomProblem.Of(clients: LowerBound.MostClients + 1, seed: 1)).ShouldNotBeNull().ShouldContain($"{LowerBound.MostClients} stops");
    }

    [Fact]
    public void Missing_OtherRules_SaysSo()
    {
        RequireLibrary();
        var data = new ProblemData([new Depot()], [new Client { Demand = new Load(1) }], [new VehicleType { Capacity = new Load(1), CostPerStop = 5 }], [0, 1, 1, 0], [0, 1, 1, 0]);

        LowerBound.Missing(data).ShouldNotBeNull().ShouldContain("other rules");
    }

    private static BoundResult Bound(ProblemData data, Solution? known, TimeSpan limit) =>
        LowerBound.Compute(data, known, slack: 0, limit, TimeProvider.System, CancellationToken.None);

    /// <summary>The dearest optional client's way there and back, or its price if that is less; rounding down may shorten a way over others by some units.</summary>
    private static long Farthest(ProblemData data) =>
        Enumerable.Range(0, data.ClientCount).Where(client => !data.Clients[client].IsRequired).Select(client => Math.Min(data.Clients[client].Prize, (2L * data.DistanceBetween(0, client + 1)) - 4)).Append(0).Max();

    private static void RequireLibrary() => Assert.SkipUnless(LowerBound.IsInstalled, "libClp is not installed (package coinor-libclp1).");
}
