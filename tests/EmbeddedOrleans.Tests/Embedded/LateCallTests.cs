using Territory.EmbeddedOrleans.Tests.Activations;
using Territory.EmbeddedOrleans.Tests.Calls;
using Territory.EmbeddedOrleans.Tests.Support;

namespace Territory.EmbeddedOrleans.Tests.Embedded;

/// <summary>With one silo in the process, a call after its end fails at once; on a cluster the client would first look for another silo.</summary>
public sealed class LateCallTests
{
    [Fact]
    public async Task Call_AfterTheSiloStopped_IsRefused()
    {
        await using var cluster = await Cluster.Start();
        var grain = cluster.Client.GetGrain<ILifeGrain>("late");
        await grain.Number();
        await cluster.Host.StopSiloAsync(cluster.Silo);
        await Should.ThrowAsync<SiloUnavailableException>(() => grain.Number());
    }

    [Fact]
    public async Task Call_InFlightWhenTheSiloIsKilled_Fails()
    {
        await using var cluster = await Cluster.Start();
        var grain = cluster.Client.GetGrain<ITurnGrain>(1);
        var running = grain.WaitAt("in flight");
        await cluster.Gates.Reached("in flight");
        var waiting = grain.Total();
        await cluster.Host.KillSiloAsync(cluster.Silo);
        await Should.ThrowAsync<SiloUnavailableException>(() => running);
        await Should.ThrowAsync<SiloUnavailableException>(() => waiting);
        await Should.ThrowAsync<SiloUnavailableException>(() => grain.Total());
        cluster.Gates.Open("in flight");
    }
}
