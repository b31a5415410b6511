using Orleans.Configuration;
using Territory.EmbeddedOrleans.Tests.Support;

namespace Territory.EmbeddedOrleans.Tests.Activations;

/// <summary>Idle activations are collected, with an age of a second of real time.</summary>
public sealed class IdleCollectionTests : IAsyncLifetime
{
    private Cluster _cluster = null!;

    public async ValueTask InitializeAsync() => _cluster = await Cluster.Start(silo => silo.Configure<GrainCollectionOptions>(options =>
    {
        options.CollectionQuantum = TimeSpan.FromMilliseconds(200);
        options.CollectionAge = TimeSpan.FromSeconds(1);
    }));

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task IdleGrain_PastItsAge_IsCollectedAndStartsAnew()
    {
        var grain = _cluster.Client.GetGrain<IIdleGrain>("idle");
        (await grain.Touch()).ShouldBe(1);
        await _cluster.Gates.Reached("idle ActivationIdle");
        (await grain.Touch()).ShouldBe(1);
    }

    [Fact]
    public async Task KeepAliveGrain_OutlivesAnIdleOne()
    {
        var kept = _cluster.Client.GetGrain<IKeptGrain>("kept");
        (await kept.Touch()).ShouldBe(1);
        await _cluster.Client.GetGrain<IIdleGrain>("beside").Touch();
        await _cluster.Gates.Reached("beside ActivationIdle");
        (await kept.Touch()).ShouldBe(2);
        _cluster.Gates.CountOf("kept ActivationIdle").ShouldBe(0);
    }
}

[Alias("test.idle")]
public interface IIdleGrain : IGrainWithStringKey
{
    [Alias("Touch")]
    Task<int> Touch();
}

[Alias("test.kept")]
public interface IKeptGrain : IGrainWithStringKey
{
    [Alias("Touch")]
    Task<int> Touch();
}

/// <summary>Counts its calls, and tells when and why it goes.</summary>
internal abstract class CountingGrain(Gates gates) : Grain
{
    private int _touches;

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        gates.Reach($"{this.GetPrimaryKeyString()} {reason.ReasonCode}");
        return Task.CompletedTask;
    }

    public Task<int> Touch() => Task.FromResult(++_touches);
}

internal sealed class IdleGrain(Gates gates) : CountingGrain(gates), IIdleGrain;

[KeepAlive]
internal sealed class KeptGrain(Gates gates) : CountingGrain(gates), IKeptGrain;
