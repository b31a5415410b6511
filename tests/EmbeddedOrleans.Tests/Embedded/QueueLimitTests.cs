using System.Diagnostics.Metrics;
using Orleans.Configuration;
using Territory.EmbeddedOrleans.Tests.Calls;
using Territory.EmbeddedOrleans.Tests.Support;

namespace Territory.EmbeddedOrleans.Tests.Embedded;

/// <summary>Every queue is bounded, and its length is a metric.</summary>
public sealed class QueueLimitTests : IAsyncLifetime
{
    private const int Limit = 20;

    private Cluster _cluster = null!;

    public async ValueTask InitializeAsync() => _cluster = await Cluster.Start(silo =>
        silo.Configure<GrainQueueOptions>(options => options.MaxWaitingRequests = Limit));

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task FullQueue_RefusesFurtherCallsAndServesThoseItHas()
    {
        var grain = _cluster.Client.GetGrain<ITurnGrain>(1);
        var blocked = grain.WaitAt("full");
        await _cluster.Gates.Reached("full");
        var waiting = Enumerable.Range(0, 3 * Limit).Select(_ => grain.Total()).ToArray();
        var refused = await Should.ThrowAsync<LimitExceededException>(() => waiting[^1]);
        refused.Message.ShouldContain($"{Limit}");
        _cluster.Gates.Open("full");
        await blocked;
        var served = 0;
        foreach (var call in waiting)
        {
            try
            {
                await call;
                served++;
            }
            catch (LimitExceededException)
            {
                // Refused at the door; counted below by its absence.
            }
        }

        // The request whose turn is just ending may still count as one that waits.
        served.ShouldBeInRange(Limit - 1, Limit);
    }

    [Fact]
    public async Task Metrics_TellActivationsAndWaitingRequests()
    {
        var grain = _cluster.Client.GetGrain<ITurnGrain>(2);
        var blocked = grain.WaitAt("metered");
        await _cluster.Gates.Reached("metered");
        var waiting = Enumerable.Range(0, 5).Select(_ => grain.Total()).ToArray();
        var meters = (IMeterFactory)_cluster.Silo.ServiceProvider.GetService(typeof(IMeterFactory))!;
        var read = Read(meters);
        read["orleans-catalog-activations"].ShouldBe(1);
        read["orleans-grain-requests-waiting"].ShouldBe(5);
        read["orleans-grain-queue-longest"].ShouldBe(5);
        read["orleans-grain-queue-limit"].ShouldBe(Limit);
        _cluster.Gates.Open("metered");
        await Task.WhenAll([blocked, .. waiting]);
    }

    private static Dictionary<string, int> Read(IMeterFactory meters)
    {
        var read = new Dictionary<string, int>(StringComparer.Ordinal);
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (ReferenceEquals(instrument.Meter.Scope, meters))
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => read[instrument.Name] = value);
        listener.Start();
        listener.RecordObservableInstruments();
        return read;
    }
}
