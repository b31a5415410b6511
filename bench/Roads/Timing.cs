using System.Diagnostics;

namespace Territory.Roads.Benchmarks;

/// <summary>What work took: wall time says what a caller waits, processor time what the work costs when the machine has other work as well.</summary>
internal readonly record struct Timing(double Seconds, double ProcessorSeconds)
{
    public double Milliseconds => Seconds * 1000;

    public double ProcessorMilliseconds => ProcessorSeconds * 1000;

    public static (T Result, Timing Timing) Of<T>(Func<T> work)
    {
        using var process = Process.GetCurrentProcess();
        var processor = process.TotalProcessorTime;
        var start = Stopwatch.GetTimestamp();
        var result = work();
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        process.Refresh();
        return (result, new Timing(seconds, (process.TotalProcessorTime - processor).TotalSeconds));
    }

    /// <summary>The least of several rounds after one that pays for compilation: what disturbs a machine only ever adds.</summary>
    public static (T Result, Timing Timing) BestOf<T>(int rounds, Func<T> work)
    {
        var best = Of(work);
        for (var round = 0; round < rounds; round++)
        {
            var (result, timing) = Of(work);
            best = round == 0 || timing.ProcessorSeconds < best.Timing.ProcessorSeconds ? (result, timing) : best;
        }

        return best;
    }
}
