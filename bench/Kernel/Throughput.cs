namespace Territory.Kernel.Benchmarks;

/// <summary>How often something is done in a second of the thread's own processor time, the best of some rounds, so that others on the machine do not count.</summary>
internal static class Throughput
{
    private const int Rounds = 7;
    private static readonly TimeSpan RoundLength = TimeSpan.FromSeconds(0.4);

    /// <param name="work">Does some of the work and returns how many units that were.</param>
    public static double PerSecond(Func<long> work)
    {
        var best = 0.0;
        for (var round = 0; round < Rounds; round++)
        {
            long units = 0;
            var start = Environment.CpuUsage.TotalTime;
            TimeSpan spent;
            do
            {
                units += work();
                spent = Environment.CpuUsage.TotalTime - start;
            }
            while (spent < RoundLength);
            best = Math.Max(best, units / spent.TotalSeconds);
        }

        return best;
    }
}
