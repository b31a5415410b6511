using Territory.EmbeddedOrleans.Tests.Support;

namespace Territory.EmbeddedOrleans.Tests.Activations;

/// <summary>What the end of a silo means for grains and callers.</summary>
public sealed class ShutdownTests
{
    [Fact]
    public async Task StoppedSilo_HasDeactivatedItsGrains()
    {
        await using var cluster = await Cluster.Start();
        await cluster.Client.GetGrain<ILifeGrain>("stopped").Number();
        await cluster.Host.StopSiloAsync(cluster.Silo);
        cluster.Gates.CountOf("stopped ShuttingDown").ShouldBe(1);
    }

    [Fact]
    public async Task KilledSilo_HasNotDeactivatedItsGrains()
    {
        await using var cluster = await Cluster.Start();
        await cluster.Client.GetGrain<ILifeGrain>("killed").Number();
        await cluster.Host.KillSiloAsync(cluster.Silo);
        cluster.Gates.CountOf("killed ShuttingDown").ShouldBe(0);
    }
}
