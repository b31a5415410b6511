using System.Diagnostics;

namespace Territory.Grains.Bench;

/// <summary>One round: operations per second of the clock, and per second of processor time used by this process.</summary>
internal readonly record struct Round(double PerSecond, double PerProcessorSecond);

/// <summary>Rounds of one measurement, and their medians. Processor time is the steadier figure where the machine is shared.</summary>
internal sealed record Measurement(string Name, string Unit, IReadOnlyList<Round> Rounds)
{
    internal double Median => Rounds.Select(round => round.PerSecond).Order().ElementAt(Rounds.Count / 2);

    internal double MedianPerProcessorSecond => Rounds.Select(round => round.PerProcessorSecond).Order().ElementAt(Rounds.Count / 2);

    /// <summary>Runs the work once to warm up and then in rounds.</summary>
    internal static async Task<Measurement> Rate(string name, string unit, int rounds, long operations, Func<Task> work)
    {
        await work();
        var measured = new List<Round>();
        for (var index = 0; index < rounds; index++)
            measured.Add(await Measure(operations, work));
        return new(name, unit, measured);
    }

    internal static async Task<Round> Measure(long operations, Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        var processor = Environment.CpuUsage.TotalTime;
        await work();
        return new(
            operations / Stopwatch.GetElapsedTime(start).TotalSeconds,
            operations / (Environment.CpuUsage.TotalTime - processor).TotalSeconds);
    }
}
