using System.Collections.Concurrent;
using System.Diagnostics;
using Territory.Model.Ids;

namespace Territory.Cli.Load;

/// <summary>Sends commands on a fixed schedule, whatever the answers take, and compares every acknowledgement with what is stored.</summary>
/// <remarks>Latency counts from the moment a command was due, so that a stall is not hidden by the commands it held up.</remarks>
internal sealed class LoadRun(ILoadTarget target, LoadPlan plan)
{
    private readonly ConcurrentBag<(CommandId Command, double Milliseconds)> acknowledged = [];

    public async Task<LoadResult> RunAsync(CancellationToken cancellationToken)
    {
        await target.PrepareAsync(plan.Terminals, cancellationToken);
        var start = Stopwatch.GetTimestamp();
        var interval = plan.Terminals / plan.Rate;
        await Task.WhenAll(Enumerable.Range(0, plan.Terminals).Select(terminal => SendAsync(terminal, interval, start, cancellationToken)));
        var elapsed = Stopwatch.GetElapsedTime(start);
        var stored = await target.StoredAsync(cancellationToken);
        var latencies = acknowledged.Select(answer => answer.Milliseconds).Order().ToArray();
        return new LoadResult(
            latencies.Length,
            latencies.Length / elapsed.TotalSeconds,
            Percentile(latencies, 0.50),
            Percentile(latencies, 0.99),
            acknowledged.Count(answer => !stored.ContainsKey(answer.Command)),
            stored.Values.Count(events => events > 1));
    }

    private async Task SendAsync(int terminal, double interval, long start, CancellationToken cancellationToken)
    {
        // Terminals are spread over the interval, so that the rate is even.
        var due = TimeSpan.FromSeconds(interval * terminal / plan.Terminals);
        for (var number = 0; due < plan.Time; number++, due += TimeSpan.FromSeconds(interval))
        {
            var wait = due - Stopwatch.GetElapsedTime(start);
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, cancellationToken);
            var command = CommandId.New();
            await target.SettleAsync(terminal, number, command, cancellationToken);
            acknowledged.Add((command, (Stopwatch.GetElapsedTime(start) - due).TotalMilliseconds));
        }
    }

    private static double Percentile(double[] sorted, double share) => sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
}
