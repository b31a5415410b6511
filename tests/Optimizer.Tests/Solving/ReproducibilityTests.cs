using Territory.Optimizer.Routing;
using Territory.Optimizer.Solving;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Solving;

public sealed class ReproducibilityTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Solve_SameSeedAndIterations_GivesTheSameSolution(int threads)
    {
        var data = RandomProblem.Of(40, seed: 5, vehicles: 8, maxTrips: 2);
        var options = new SolveOptions { Seed = 7, Threads = threads, Iterations = 700 };

        Solve(data, options).Best.ShouldBe(Solve(data, options).Best);
    }

    [Fact]
    public void Solve_OtherSeed_SearchesElsewhere()
    {
        var data = RandomProblem.Of(60, seed: 5, vehicles: 12);

        Solve(data, new SolveOptions { Seed = 1, Iterations = 5 }).Best.ShouldNotBe(Solve(data, new SolveOptions { Seed = 2, Iterations = 5 }).Best);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(300)]
    public void Solve_TimeLimited_IsReplayedByItsIterations(int milliseconds)
    {
        var data = RandomProblem.Of(30, seed: 6, vehicles: 8);
        var timed = Solve(data, new SolveOptions { Seed = 3, TimeLimit = TimeSpan.FromMilliseconds(milliseconds) });

        var replay = Solve(data, new SolveOptions { Seed = 3, Iterations = timed.Iterations });

        replay.Best.ShouldBe(timed.Best);
        replay.Iterations.ShouldBe(timed.Iterations);
    }

    [Fact]
    public void Solve_TimeLimitOfASlowClock_IsReplayedWhereverItStops()
    {
        // A clock that advances by the number of readings stops runs of many lengths, before and after the horizon that their speed suggested.
        var data = RandomProblem.Of(8, seed: 4);
        foreach (var acceleration in new[] { 0.0, 0.002 })
        {
            var clock = new CountingClock(acceleration);
            var options = new SolveOptions { TimeLimit = TimeSpan.FromSeconds(250) };
            var timed = new TerritorySolver(clock).Solve(data, options, null, CancellationToken.None);

            Solve(data, new SolveOptions { Iterations = timed.Iterations }).Best.ShouldBe(timed.Best);
            timed.Iterations.ShouldBeGreaterThan(8_192);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Solve_LongSearchOfEqualVehicles_IsReplayedWhereverItStops(bool isTimed)
    {
        var data = RandomRoutes.EqualPrices(new Random(5), isTimed, isSymmetric: true, clients: 25);
        var options = new SolveOptions { Seed = 3, Threads = 2, TimeLimit = TimeSpan.FromSeconds(0.2) };
        // Readings are near enough for rounds to keep their length.
        var timed = new TerritorySolver(new CountingClock(acceleration: 0, firstStep: 0.001)).Solve(data, options, null, CancellationToken.None);

        var replay = Solve(data, new SolveOptions { Seed = 3, Threads = 2, Iterations = timed.Iterations });

        replay.Best.ShouldBe(timed.Best);
        timed.Iterations.ShouldBeGreaterThan(2_048);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Solve_LongSearchWithGenerations_IsReplayedWhereverItStops(int threads)
    {
        // The clock lets about 250 rounds pass: 4,096 iterations, then generations, and an exchange between the threads.
        var data = RandomProblem.Of(20, seed: 6, vehicles: 6);
        var options = new SolveOptions { Seed = 3, Threads = threads, TimeLimit = TimeSpan.FromSeconds(800) };
        var timed = new TerritorySolver(new CountingClock(acceleration: 0)).Solve(data, options, null, CancellationToken.None);

        var replay = Solve(data, new SolveOptions { Seed = 3, Threads = threads, Iterations = timed.Iterations });

        replay.Best.ShouldBe(timed.Best);
        timed.Best.Unserved.ShouldBeEmpty();
        timed.Iterations.ShouldBeGreaterThan(26_000);
    }

    [Fact]
    public void Solve_FromAnInitialSolution_IsNeverWorse()
    {
        var data = RandomProblem.Of(30, seed: 8, vehicles: 8);
        var first = Solve(data, new SolveOptions { Iterations = 2_000 }).Best;

        Solve(data, new SolveOptions { Iterations = 0, Initial = first }).Best.ShouldBe(first);
        Solve(data, new SolveOptions { Iterations = 100, Initial = first }).Best.Cost.ShouldBeLessThanOrEqualTo(first.Cost);
    }

    [Fact]
    public void Solve_Progress_ReportsFallingCosts()
    {
        var data = RandomProblem.Of(40, seed: 9, vehicles: 8);

        var trace = Solve(data, new SolveOptions { Iterations = 2_000 }).Trace;

        trace.Count.ShouldBeGreaterThan(1);
        trace.Zip(trace.Skip(1)).ShouldAllBe(pair => pair.Second.Cost < pair.First.Cost && pair.Second.Iterations > pair.First.Iterations);
    }

    [Fact]
    public void Solve_NoClientsOrNoVehicles_GivesAnEmptySolution()
    {
        var empty = new ProblemData([new Depot()], [], [new VehicleType { Capacity = new Load(1) }], [0], [0]);
        var stranded = new ProblemData([new Depot()], [new Client { Demand = new Load(1) }], [], [0, 1, 1, 0], [0, 1, 1, 0]);

        Solve(empty, new SolveOptions { Iterations = 10 }).Best.Routes.ShouldBeEmpty();
        // A day to wait out, were there anything to search for.
        Solve(empty, new SolveOptions { TimeLimit = TimeSpan.FromDays(1) }).Iterations.ShouldBe(0);
        Solve(stranded, new SolveOptions { Iterations = 10 }).Best.Unserved.ShouldBe([0]);
    }

    private static SolveResult Solve(ProblemData data, SolveOptions options) =>
        new TerritorySolver().Solve(data, options, null, CancellationToken.None);

    /// <summary>Each reading is a step of seconds later, and later readings are further apart.</summary>
    private sealed class CountingClock(double acceleration, double firstStep = 1) : TimeProvider
    {
        private double now;
        private double step = firstStep;

        public override long TimestampFrequency => 1_000;

        public override long GetTimestamp()
        {
            now += step;
            step += acceleration;
            return (long)(now * 1_000);
        }
    }
}
