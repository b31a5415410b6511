using Territory.Optimizer.Genetic;
using Territory.Optimizer.Search;

namespace Territory.Optimizer.Solving;

/// <summary>How many iterations a search cools over, written into the low bits of the number of iterations done.</summary>
/// <remarks>
/// A search with a number of iterations cools over that number. A search with a time limit has to choose its horizon from its speed, and stops when the time is
/// up, before or after it. So that the number of iterations alone reproduces it, the horizon is one of 64 steps (a factor of the third root of two apart) and the search stops at the next number
/// whose low nine bits hold that step and a check of the other bits. A number that nobody stopped at is taken for coded once in 50 times; it
/// then only cools over another horizon.
/// </remarks>
internal static class Horizon
{
    private const int CheckBits = 3;
    private const int Steps = 64;
    private const int StepsADoubling = 3;
    private const int CodeBits = 9;
    /// <summary>How many times a horizon can be the iterations done: those of the quench, and one step more.</summary>
    private const long MostAhead = 21;

    /// <summary>How many times its horizon a search is taken to go on for.</summary>
    private const long MostBeyond = 16;

    private static ReadOnlySpan<int> ThousandthsWithin => [1_000, 1_260, 1_587];

    /// <summary>The horizon of the last step.</summary>
    public static long Longest => OfStep(Steps - 1);

    /// <summary>The horizon of a search of this many iterations.</summary>
    public static long Of(long iterations)
    {
        var step = (int)(iterations & ((1 << CodeBits) - 1)) >> CheckBits;
        var horizon = OfStep(step);
        var isNear = horizon <= Math.Max(HybridSearch.ShortestIterations, MostAhead * iterations) && horizon >= iterations / MostBeyond;
        return iterations >= 1 << CodeBits && isNear && NextStop(iterations, step) == iterations ? horizon : iterations;
    }

    public static long OfStep(int step) => (CoolingSchedule.ShortestWithQuench << (step / StepsADoubling)) * ThousandthsWithin[step % StepsADoubling] / 1_000;

    /// <summary>The first step whose horizon is no less.</summary>
    public static int StepFrom(long horizon)
    {
        var step = 0;
        while (step < Steps - 1 && OfStep(step) < horizon)
            step++;
        return step;
    }

    /// <summary>The first number from <paramref name="iterations"/> on at which a search of this step may stop.</summary>
    public static long NextStop(long iterations, int step)
    {
        var high = Math.Max(iterations >> CodeBits, 1);
        var stop = Code(high, step);
        return stop >= iterations ? stop : Code(high + 1, step);
    }

    private static long Code(long high, int step)
    {
        var folded = high ^ (high >> 3) ^ (high >> 6) ^ (high >> 9) ^ (high >> 12);
        return (high << CodeBits) | ((long)step << CheckBits) | (folded & ((1 << CheckBits) - 1));
    }
}
