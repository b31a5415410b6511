using Territory.Optimizer.Search;

namespace Territory.Optimizer.Solving;

/// <summary>Deals out the iterations of one solve and chooses the horizon of a solve that only the clock limits.</summary>
/// <param name="hasFixedSchedule">The search does not ask for the horizon; a number that it is stopped at then only says that it was a long one.</param>
/// <param name="settled">From this iteration on the search works as fast as it will.</param>
/// <param name="warmUp">At this iteration the horizon has to be chosen.</param>
internal sealed class SolveRun(
    StoppingCriterion criterion, SolveOptions options, bool hasFixedSchedule, long settled = CoolingSchedule.Settled, long warmUp = CoolingSchedule.WarmUp)
{
    private const int RoundIterations = 128;

    /// <summary>Of the iterations expected, so that a machine that slows down still lets the search cool to the end.</summary>
    private const double HorizonShare = 0.9;

    /// <summary>A cancellation is seen between two rounds, so that is how long it may take.</summary>
    private static readonly TimeSpan LongestRound = TimeSpan.FromMilliseconds(20);

    private readonly bool isTimed = options.Iterations is null && options.TimeLimit is not null;
    private int step = hasFixedSchedule ? 0 : -1;
    private long lastStop = -1;
    private int round = RoundIterations;
    private TimeSpan roundBegan;
    private TimeSpan measuredFrom;
    private TimeSpan? began;

    public long Done { get; private set; }

    /// <summary>Over how many iterations the search cools. Until the warm-up is over, any horizon with a warm-up gives the same temperatures.</summary>
    public long Horizon { get; private set; } = options.Iterations is { } iterations
        ? Solving.Horizon.Of(iterations)
        : options.TimeLimit is null ? SolveOptions.DefaultIterations : Solving.Horizon.OfStep(0);

    /// <summary>How many iterations to do next; zero ends the solve.</summary>
    public int Next()
    {
        if (criterion.IsCancelled)
            return 0;
        if (lastStop >= 0)
            return (int)Math.Min(round, lastStop - Done);
        // The first solution of thousands of stops takes as long as thousands of iterations, and says nothing of how long those take.
        began ??= criterion.Elapsed;
        var granted = criterion.Grant(Done, round);
        if (!isTimed || Done == 0)
            return granted;
        // A number that tells the horizon may be some hundred iterations on: turn to it so that it is reached when the time is up.
        var stop = Solving.Horizon.NextStop(Done, Math.Max(step, 0));
        if (granted > 0 && began.Value + ((criterion.Elapsed - began.Value) * ((double)(stop + RoundIterations) / Done)) < options.TimeLimit!.Value)
            return granted;
        step = Math.Max(step, 0);
        lastStop = stop;
        return (int)Math.Min(round, lastStop - Done);
    }

    public void Finish(int iterations)
    {
        Done += iterations;
        if (!hasFixedSchedule)
            FitRound();
        if (!isTimed || step >= 0)
            return;
        // The first part is slowed by code that is not compiled yet.
        if (Done == settled)
            measuredFrom = criterion.Elapsed;
        if (Done < warmUp)
            return;
        var now = criterion.Elapsed;
        var perIteration = (now - measuredFrom) / (warmUp - settled);
        var left = options.TimeLimit!.Value - now;
        step = Solving.Horizon.StepFor(HorizonShare * (Done + (perIteration > TimeSpan.Zero && left > TimeSpan.Zero ? left / perIteration : 0)));
        Horizon = Solving.Horizon.OfStep(step);
    }

    /// <summary>Halves rounds that take too long and doubles them again, always ending where whole rounds end.</summary>
    private void FitRound()
    {
        var now = criterion.Elapsed;
        var took = now - roundBegan;
        roundBegan = now;
        if (took < LongestRound / 4 && round < RoundIterations && Done % (2 * round) == 0)
            round *= 2;
        for (; took > LongestRound && round > 1; took /= 2)
            round /= 2;
    }
}
