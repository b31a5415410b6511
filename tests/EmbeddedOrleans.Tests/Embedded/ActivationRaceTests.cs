using Microsoft.Extensions.DependencyInjection;
using Territory.EmbeddedOrleans.Tests.Calls;
using Territory.EmbeddedOrleans.Tests.Support;

namespace Territory.EmbeddedOrleans.Tests.Embedded;

/// <summary>First calls that race for a grain make one activation, and the count of activations stays true.</summary>
public sealed class ActivationRaceTests
{
    [Fact]
    public async Task FirstCalls_ThatRace_MakeOneActivationEach()
    {
        const int grains = 100;
        const int callers = 8;
        await using var cluster = await Cluster.Start();
        using var start = new Barrier(callers);
        var racers = Enumerable.Range(0, callers).Select(_ => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                return Task.WhenAll(Enumerable.Range(0, grains).Select(key => cluster.Client.GetGrain<ITurnGrain>(key).IncrementSlowly()));
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).Unwrap());
        await Task.WhenAll(racers);
        for (var key = 0; key < grains; key++)
            (await cluster.Client.GetGrain<ITurnGrain>(key).Total()).ShouldBe(callers);
        var silo = cluster.Silo.ServiceProvider.GetRequiredService<Silo>();
        silo.ActivationCount.ShouldBe(grains);
        await cluster.Host.StopSiloAsync(cluster.Silo);
        silo.ActivationCount.ShouldBe(0);
    }
}
