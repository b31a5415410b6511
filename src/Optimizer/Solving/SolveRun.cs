using Territory.Optimizer.Genetic;
using Territory.Optimizer.Search;

namespace Territory.Optimizer.Solving;

/// <summary>Deals out the iterations of one solve and chooses the horizon of a solve that only the clock limits.</summary>
/// <param name="hasFixedSchedule">The search does not ask for the horizon; a number that it is stopped at then only says that it was a long one.</param>
internal sealed class SolveRun(StoppingCriterion criterion, SolveOptions options, bool hasFixedSchedule)
{
    private const int RoundIterations = 128;

    /// <summary>Of the iterations expected, so that a machine that slows down still lets the search cool to the end.</summary>
    private const double HorizonShare = 0.9;

    /// <summary>A cancellation is seen between two rounds, so that is how long it may take.</summary>
    private static readonly TimeSpan LongestRound = TimeSpan.FromMilliseconds(20);

    private readonly bool isTimed = options.Iterations is null && options.TimeLimit is not null;
    private int step = hasFixedSchedule ? Solving.Horizon.StepFrom(HybridSearch.ShortestIterations) : -1;
    private long lastStop = -1;
    private int round = hasFixedSchedule ? RoundIterations : 1;
    private TimeSpan roundBegan;
    private TimeSpan? began;

    public long Done { get; private set; }

    /// <summary>Over how many iterations the search cools. Until it is chosen the search quenches.</summary>
    public long Horizon { get; private set; } =
        options.Iterations is { } iterations ? Solving.Horizon.Of(iterations)
        : options.TimeLimit is null ? SolveOptions.DefaultIterations
        : hasFixedSchedule ? HybridSearch.ShortestIterations
        : Solving.Horizon.Longest;

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
        if (!isTimed || Done == 0 || (granted > 0 && Done < RoundIterations))
            return granted;
        // A number that tells the horizon may be some hundred iterations on: turn to it so that it is reached when the time is up. Within the quench the shortest horizon is as good as any.
        var isAny = !hasFixedSchedule && Solving.Horizon.NextStop(Done, 0) <= Solving.Horizon.Quench;
        var stop = Solving.Horizon.NextStop(Done, isAny ? 0 : Math.Max(step, 0));
        if (granted > 0 && began.Value + ((criterion.Elapsed - began.Value) * ((double)(stop + round) / Done)) < options.TimeLimit!.Value)
            return granted;
        if (isAny)
            step = 0;
        Choose();
        lastStop = Solving.Horizon.NextStop(Done, step);
        return (int)Math.Min(round, lastStop - Done);
    }

    public void Finish(int iterations)
    {
        Done += iterations;
        if (!hasFixedSchedule)
            FitRound();
        if (isTimed && step < 0 && (criterion.Elapsed - began!.Value) * CoolingSchedule.QuenchParts >= (options.TimeLimit!.Value - began.Value) * HorizonShare)
            Choose();
    }

    /// <summary>Fixes the horizon as what the quench so far is the first part of.</summary>
    private void Choose()
    {
        if (step >= 0)
            return;
        step = Solving.Horizon.StepFrom(Done * CoolingSchedule.QuenchParts);
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
