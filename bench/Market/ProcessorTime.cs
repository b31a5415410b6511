namespace Territory.Market.Benchmarks;

/// <summary>Seconds of the process's own processor time, so that others on the machine do not count.</summary>
internal static class ProcessorTime
{
    public static double Of(Action work)
    {
        var start = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - start).TotalSeconds;
    }

    /// <summary>The least of some rounds.</summary>
    public static double Best(int rounds, Action work)
    {
        var best = double.MaxValue;
        for (var round = 0; round < rounds; round++)
            best = Math.Min(best, Of(work));
        return best;
    }
}
