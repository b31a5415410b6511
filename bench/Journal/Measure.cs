using System.Diagnostics;

namespace Territory.Journal.Benchmarks;

/// <summary>Durable commands per second, and processor time per command of all threads together: the second hardly depends on what else the machine does.</summary>
internal sealed record Measure(double PerSecond, double CpuMicroseconds)
{
    public static Measure Since(long startedAt, TimeSpan cpuAtStart, long commands) =>
        new(commands / Stopwatch.GetElapsedTime(startedAt).TotalSeconds, (Environment.CpuUsage.TotalTime - cpuAtStart).TotalMicroseconds / commands);
}
