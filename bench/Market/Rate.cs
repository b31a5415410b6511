namespace Territory.Market.Benchmarks;

/// <summary>How fast something is by the process's own processor time, so that others on the machine do not count.</summary>
internal static class Rate
{
    public static double Seconds(Action work)
    {
        var start = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - start).TotalSeconds;
    }

    /// <summary>Units a second in the best of some rounds.</summary>
    public static double Best(int rounds, double units, Action work)
    {
        var best = double.MaxValue;
        for (var round = 0; round < rounds; round++)
            best = Math.Min(best, Seconds(work));
        return units / best;
    }
}
