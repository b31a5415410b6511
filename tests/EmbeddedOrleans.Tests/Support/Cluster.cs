using Microsoft.Extensions.DependencyInjection;
using Orleans.Reminders;
using Orleans.TestingHost;

namespace Territory.EmbeddedOrleans.Tests.Support;

/// <summary>A one-silo cluster with gates and a clock for its grains.</summary>
public sealed class Cluster : IAsyncDisposable
{
    private readonly InProcessTestCluster _cluster;

    private Cluster(InProcessTestCluster cluster, Gates gates, ManualTimeProvider? clock)
    {
        _cluster = cluster;
        Gates = gates;
        Clock = clock ?? new ManualTimeProvider();
    }

    public Gates Gates { get; }

    public ManualTimeProvider Clock { get; }

    public IClusterClient Client => _cluster.Client;

    public InProcessSiloHandle Silo => _cluster.Silos[0];

    public InProcessTestCluster Host => _cluster;

    /// <param name="configure">What else the silo has.</param>
    /// <param name="withManualClock">Grain timers and reminders follow <see cref="Clock"/>; the runtime's own loops stay on real time, which would
    /// else run inside Advance.</param>
    /// <param name="collectsByClock">So does the collection of idle activations. Orleans measures idleness on real time whatever the clock.</param>
    public static async Task<Cluster> Start(
        Action<ISiloBuilder>? configure = null, bool withManualClock = false, bool collectsByClock = false)
    {
        var gates = new Gates();
        var clock = withManualClock ? new ManualTimeProvider() : null;
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddSingleton(gates);
            if (clock is not null)
            {
                silo.Services.AddSingleton<TimeProvider>(clock);
                silo.Services.UseTimeProviderForBackgroundAreas(TimeProvider.System);
                silo.Services.AddKeyedSingleton<TimeProvider>(ReminderTimeProviderNames.Reminders, clock);
                if (collectsByClock)
                    silo.Services.AddKeyedSingleton<TimeProvider>(TimeProviderNames.ActivationManagement, clock);
            }

            configure?.Invoke(silo);
        });
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new Cluster(cluster, gates, clock);
    }

    /// <summary>
    /// Moves the clock in steps until the task is done or loses its patience. A call between the steps keeps the clock from running away
    /// from a busy machine.
    /// </summary>
    public async Task AdvanceUntil(Task done, TimeSpan step)
    {
        var pace = Client.GetGrain<IPaceGrain>(0);
        while (!done.IsCompleted)
        {
            Clock.Advance(step);
            await pace.Beat();
        }

        await done;
    }

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();
}
