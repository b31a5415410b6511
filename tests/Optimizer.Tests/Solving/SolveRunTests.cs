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

    private sealed class Clock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
