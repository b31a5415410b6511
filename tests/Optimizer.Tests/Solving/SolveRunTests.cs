using Territory.Optimizer.Solving;

namespace Territory.Optimizer.Tests.Solving;

public sealed class SolveRunTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1_900)]
    [InlineData(4_000)]
    public void Next_AfterALongBeginning_GoesOnUntilTheTimeIsUp(int beginningMilliseconds)
    {
        var clock = new Clock();
        var options = new SolveOptions { TimeLimit = TimeSpan.FromSeconds(5) };
        var criterion = new StoppingCriterion(options, clock, CancellationToken.None);
        clock.Now += TimeSpan.FromMilliseconds(beginningMilliseconds);
        var run = new SolveRun(criterion, options, hasFixedSchedule: false);

        for (int granted; (granted = run.Next()) > 0;)
        {
            clock.Now += granted * TimeSpan.FromMilliseconds(0.05);
            run.Finish(granted);
        }

        // Where it stops tells its horizon, at most 1,023 iterations of a twentieth of a millisecond from where the time is up.
        criterion.Elapsed.TotalSeconds.ShouldBeInRange(4.9, 5.06);
    }

    [Theory]
    [InlineData(0.02, 5)]
    [InlineData(1.7, 60)]
    [InlineData(4, 60)]
    public void Horizon_OfATimedSearch_IsNearlyWhatItsTimeIsGoodForAndToldByWhereItStops(double millisecondsAnIteration, double limitSeconds)
    {
        var clock = new Clock();
        var options = new SolveOptions { TimeLimit = TimeSpan.FromSeconds(limitSeconds) };
        var criterion = new StoppingCriterion(options, clock, CancellationToken.None);
        var run = new SolveRun(criterion, options, hasFixedSchedule: false);
        var quenched = 0L;
        for (int granted; (granted = run.Next()) > 0;)
        {
            clock.Now += granted * TimeSpan.FromMilliseconds(millisecondsAnIteration);
            quenched = run.Horizon == Horizon.Longest ? run.Done + granted : quenched;
            run.Finish(granted);
        }

        // Steps of horizons are a quarter apart, and a tenth is kept for a machine that slows down.
        ((double)run.Horizon / run.Done).ShouldBeInRange(0.85, 1.2);
        // What was done before the horizon was known belongs to its quench, or a replay would do it otherwise.
        quenched.ShouldBeLessThanOrEqualTo(run.Horizon / 16);
        Horizon.Of(run.Done).ShouldBe(run.Horizon);
    }

    [Theory]
    [InlineData(10, 2.5)]
    [InlineData(16, 2.5)]
    [InlineData(60, 2.5)]
    [InlineData(4, 2.5)]
    [InlineData(25, 10)]
    [InlineData(5, 10)]
    public void Next_OfASlowSearch_EndsNearItsLimitAtANumberThatTellsItsHorizon(double millisecondsAnIteration, double limitSeconds)
    {
        var clock = new Clock();
        var options = new SolveOptions { TimeLimit = TimeSpan.FromSeconds(limitSeconds) };
        var run = new SolveRun(new StoppingCriterion(options, clock, CancellationToken.None), options, hasFixedSchedule: false);

        for (int granted; (granted = run.Next()) > 0;)
        {
            clock.Now += granted * TimeSpan.FromMilliseconds(millisecondsAnIteration);
            run.Finish(granted);
        }

        // A tenth of the limit is 250 milliseconds where it is shortest.
        clock.Now.TotalSeconds.ShouldBeInRange(0.9 * limitSeconds, 1.1 * limitSeconds);
        // Within the quench every horizon is alike.
        if (run.Done > Horizon.Quench)
            Horizon.Of(run.Done).ShouldBe(run.Horizon);
        else
            Horizon.Of(run.Done).ShouldBeGreaterThanOrEqualTo(16 * Horizon.Quench);
    }

    private sealed class Clock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
