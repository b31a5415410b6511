using Territory.Optimizer.Search;

namespace Territory.Optimizer.Solving;

/// <summary>How many iterations a search cools over, written into the number of iterations done.</summary>
/// <remarks>
/// A search with a number of iterations cools over that number. A search with a time limit has to choose its horizon from its speed, and stops when the time is
/// up, before or after it. So that the number of iterations alone reproduces it, the horizon is one of 64 steps (a factor of the third root of two apart) and the search stops at the next number
/// that ends with a seven and whose tens tell the step: of 16 steps where the numbers are small, of 32 and of 64 where they are larger, so that a slow search has not far to go. Below the shortest
/// horizon a search cools over just that one unless it becomes slower on the way, and a number that ends with a three says so: it is ten iterations on at most. Within the quench, where every horizon is
/// alike, any number but a round one says it. A number with such an end where nobody stopped only cools over another horizon.
/// </remarks>
internal static class Horizon
{
    /// <summary>Up to so many iterations every search quenches, whatever its horizon.</summary>
    public const long Quench = CoolingSchedule.ShortestWithQuench / CoolingSchedule.QuenchParts;

    private const int Steps = 64;
    private const int FewSteps = 16;
    private const int StepsADoubling = 3;
    private const int Mark = 7;

    /// <summary>The last digit of numbers that tell the shortest horizon.</summary>
    private const int ShortMark = 3;

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
        if (TellsShortest(iterations))
            return OfStep(0);
        if (iterations % 10 != Mark)
            return iterations;
        var horizon = OfStep((int)(iterations / 10 % StepsAt(iterations)));
        return horizon <= Math.Max(OfStep(FewSteps - 1), MostAhead * iterations) && horizon >= iterations / MostBeyond ? horizon : iterations;
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
        if (step == 0 && NextShort(iterations) is >= 0 and var near)
            return near;
        for (var from = iterations; ;)
        {
            var period = 10L * StepsAt(from);
            var stop = (from / period * period) + (10 * step) + Mark;
            stop += stop < from ? period : 0;
            // Where the numbers grow out of one part into the next, the tens mean another step; within the quench, none.
            if (step < StepsAt(from) && StepsAt(stop) == StepsAt(from) && !TellsShortest(stop))
                return stop;
            from = TellsShortest(stop) ? stop + 1 : EndOf(from);
        }
    }

    private static bool TellsShortest(long iterations) => iterations <= Quench ? iterations % 10 != 0 : iterations < OfStep(0) && iterations % 10 == ShortMark;

    /// <summary>The first number from one on that tells the shortest horizon, or -1.</summary>
    private static long NextShort(long iterations)
    {
        for (var stop = iterations; stop < OfStep(0); stop++)
        {
            if (TellsShortest(stop))
                return stop;
        }

        return -1;
    }

    private static int StepsAt(long iterations) => iterations < 8_192 ? FewSteps : iterations < 131_072 ? 32 : Steps;

    /// <summary>Where the next part of the numbers begins.</summary>
    private static long EndOf(long iterations) => iterations < 8_192 ? 8_192 : 131_072;
}
