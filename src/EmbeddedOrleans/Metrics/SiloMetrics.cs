using System.Diagnostics.Metrics;
using Orleans.Runtime.Activations;

namespace Orleans.Runtime.Metrics;

/// <summary>The lengths of a silo's queues and lists, read when somebody collects them; nothing is counted on the path of a call.</summary>
internal sealed class SiloMetrics : IDisposable
{
    internal const string MeterName = "Microsoft.Orleans";

    private readonly Meter _meter;

    internal SiloMetrics(Silo silo, IMeterFactory meters)
    {
        _meter = meters.Create(MeterName);
        _meter.CreateObservableGauge(
            "orleans-catalog-activations", () => silo.ActivationCount, "{activation}", "Activations in memory.");
        _meter.CreateObservableGauge(
            "orleans-grain-requests-waiting", () => silo.Hosts().Sum(WaitingCount), "{request}", "Requests waiting at all grains and observers.");
        _meter.CreateObservableGauge(
            "orleans-grain-queue-longest", () => silo.Hosts().Select(WaitingCount).DefaultIfEmpty().Max(), "{request}", "Requests waiting at the busiest grain.");
        _meter.CreateObservableGauge(
            "orleans-grain-queue-limit", () => silo.QueueLimit, "{request}", "Requests that may wait at one grain.");
        _meter.CreateObservableGauge(
            "orleans-watchdog-watched", () => silo.Watchdog.WatchedCount, "{grain}", "Grains with requests that did not finish at once.");
    }

    public void Dispose() => _meter.Dispose();

    private static int WaitingCount(RequestHost host) => host.WaitingCount;
}
