using Territory.Optimizer.Routing;
using Territory.Optimizer.Solving;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Solving;

public sealed class CancellationTests
{
    [Fact]
    public void Solve_LargeProblemCancelledBeforeItsFirstSolution_GivesBackWhatItWasGiven()
    {
        // Its first solution takes many times longer than a cancellation may.
        var data = RandomProblem.Of(clients: 2_000, seed: 3, vehicles: 700);
        var initial = Solution.Of(data, []);

        var cancelled = new TerritorySolver().Solve(data, new SolveOptions { Initial = initial }, null, new CancellationToken(canceled: true));

        cancelled.WasCancelled.ShouldBeTrue();
        cancelled.Iterations.ShouldBe(0);
        cancelled.Best.ShouldBe(initial);
    }

    [Fact]
    public void Solve_SmallProblemCancelledAtOnce_StillServesItsClients()
    {
        var data = RandomProblem.Of(clients: 20, seed: 3, vehicles: 15);

        var cancelled = new TerritorySolver().Solve(data, new SolveOptions(), null, new CancellationToken(canceled: true));

        cancelled.WasCancelled.ShouldBeTrue();
        cancelled.Best.Routes.ShouldNotBeEmpty();
    }

    /// <summary>A clock on which every round is long makes the rounds short; they must add up to the same search.</summary>
    [Fact]
    public void Solve_RoundsOfOtherLengths_GiveTheSameSolution()
    {
        // Of fewer than eight clients no genetic search is made, whose rounds are of one length.
        var data = RandomProblem.Of(clients: 7, seed: 4, vehicles: 4);
        var options = new SolveOptions { Iterations = 2_500, Seed = 3 };

        var ofShort = new TerritorySolver(new SlowClock(TimeSpan.FromSeconds(1))).Solve(data, options, null, CancellationToken.None);
        var ofLong = new TerritorySolver(new SlowClock(TimeSpan.Zero)).Solve(data, options, null, CancellationToken.None);

        ofShort.Best.ShouldBe(ofLong.Best);
        ofShort.Iterations.ShouldBe(ofLong.Iterations);
    }

    /// <summary>Every reading is later by a step.</summary>
    private sealed class SlowClock(TimeSpan step) : TimeProvider
    {
        private long now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => now += step.Ticks;
    }
}
