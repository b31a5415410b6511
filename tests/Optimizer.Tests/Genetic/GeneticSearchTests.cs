using Territory.Optimizer.Genetic;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Search;
using Territory.Optimizer.Tests.Samples;
using Territory.Optimizer.Tests.Solving;

namespace Territory.Optimizer.Tests.Genetic;

public sealed class GeneticSearchTests
{
    [Fact]
    public void Step_SmallProblems_FindsTheOptimum()
    {
        for (var seed = 1; seed <= 6; seed++)
        {
            var data = RandomProblem.Of(clients: 5, seed, vehicles: 2);
            var optimum = BruteForceTests.Optimum(data);
            // What cannot be served whole is not for this search.
            if (optimum >= data.RequiredPrize)
                continue;
            var search = new GeneticSearch(new SearchSpace(data), (ulong)seed, null);

            for (var i = 0; i < 400; i++)
                search.Step();

            search.BestCost.ShouldBe(optimum, $"seed {seed}");
            search.ToSolution().Cost.ShouldBe(optimum, $"seed {seed}");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Step_AfterTheFirstGenerations_AllocatesNothing(bool isTimed)
    {
        var data = Scattered(60, isTimed);
        var search = new GeneticSearch(new SearchSpace(data), 1, null);
        for (var i = 0; i < 150; i++)
            search.Step();
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 150; i++)
            search.Step();

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static ProblemData Scattered(int clients, bool isTimed)
    {
        var random = new Random(3);
        var points = Enumerable.Range(0, clients + 1).Select(_ => (X: random.Next(1_000), Y: random.Next(1_000))).ToArray();
        int[] matrix = [.. points.SelectMany(a => points.Select(b => (int)double.Hypot(a.X - b.X, a.Y - b.Y)))];
        return new ProblemData(
            [new Depot()],
            [.. points.Skip(1).Select(_ => new Client
            {
                Demand = new Load(random.Next(1, 9)),
                Windows = [isTimed ? new Interval(random.Next(2_000), 2_000 + random.Next(3_000)) : Interval.Always],
            })],
            [new VehicleType { Capacity = new Load(50), Count = 20 }],
            matrix,
            matrix);
    }
}
