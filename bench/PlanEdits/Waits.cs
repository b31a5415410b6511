using System.Diagnostics;

namespace Territory.PlanEdits.Benchmarks;

/// <summary>How long a caller waits for a call, one after the other.</summary>
internal static class Waits
{
    public static async Task MeasureAsync(string name, int repetitions, Func<Task> call)
    {
        var waits = new double[Math.Max(2, repetitions)];
        for (var i = 0; i < waits.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await call();
            waits[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        var first = waits[0];
        Array.Sort(waits);
        Console.WriteLine($"{name} | {first:0.0} | {waits[waits.Length / 2]:0.0} | {waits[(int)(waits.Length * 0.95)]:0.0} | {waits[^1]:0.0}");
    }
}
