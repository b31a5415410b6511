using Territory.EmbeddedOrleans.Tests.Support;

namespace Territory.EmbeddedOrleans.Tests.Activations;

/// <summary>Idle activations are collected by the clock in the services; the default age is 15 minutes, the quantum one.</summary>
public sealed class IdleCollectionTests : IAsyncLifetime
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private Cluster _cluster = null!;

    public async ValueTask InitializeAsync() => _cluster = await Cluster.Start(withManualClock: true);

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task IdleGrain_After15Minutes_IsCollected()
    {
        var start = _cluster.Clock.GetUtcNow();
        await _cluster.Client.GetGrain<IIdleGrain>("idle").Touch();
        await _cluster.AdvanceUntil(_cluster.Gates.Reached("idle ActivationIdle"), Minute);
        (_cluster.Clock.GetUtcNow() - start).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMinutes(15));
    }

    [Fact]
    public async Task UsedGrain_OutlivesAnIdleOne()
    {
        var used = _cluster.Client.GetGrain<IIdleGrain>("used");
        await used.Touch();
        await _cluster.Client.GetGrain<IIdleGrain>("unused").Touch();
        var collected = _cluster.Gates.Reached("unused ActivationIdle");
        while (!collected.IsCompleted)
        {
            _cluster.Clock.Advance(Minute);
            await used.Touch();
        }

        (await used.Touch()).ShouldBeGreaterThan(15);
        _cluster.Gates.CountOf("used ActivationIdle").ShouldBe(0);
    }

    [Fact]
    public async Task KeepAliveGrain_OutlivesManyAges()
    {
        var kept = _cluster.Client.GetGrain<IKeptGrain>("kept");
        (await kept.Touch()).ShouldBe(1);
        for (var round = 1; round <= 2; round++)
        {
            await _cluster.Client.GetGrain<IIdleGrain>("beside").Touch();
            await _cluster.AdvanceUntil(_cluster.Gates.Reached("beside ActivationIdle", round), Minute);
        }

        (await kept.Touch()).ShouldBe(2);
    }

    [Fact]
    public async Task CollectionAgeLimit_OfTheClass_IsItsAge()
    {
        await _cluster.Client.GetGrain<IBriefGrain>("brief").Touch();
        await _cluster.Client.GetGrain<IIdleGrain>("ordinary").Touch();
        for (var minute = 0; minute < 5; minute++)
            _cluster.Clock.Advance(Minute);
        await _cluster.Gates.Reached("brief ActivationIdle");
        _cluster.Gates.CountOf("ordinary ActivationIdle").ShouldBe(0);
    }

    [Fact]
    public async Task DelayDeactivation_KeepsAnIdleGrainThatLong()
    {
        var start = _cluster.Clock.GetUtcNow();
        await _cluster.Client.GetGrain<IIdleGrain>("delayed").Delay(TimeSpan.FromMinutes(60));
        await _cluster.AdvanceUntil(_cluster.Gates.Reached("delayed ActivationIdle"), Minute);
        (_cluster.Clock.GetUtcNow() - start).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMinutes(60));
    }
}

[Alias("test.idle")]
public interface IIdleGrain : IGrainWithStringKey
{
    [Alias("Touch")]
    Task<int> Touch();

    [Alias("Delay")]
    Task Delay(TimeSpan span);
}

[Alias("test.kept")]
public interface IKeptGrain : IGrainWithStringKey
{
    [Alias("Touch")]
    Task<int> Touch();
}

[Alias("test.brief")]
public interface IBriefGrain : IGrainWithStringKey
{
    [Alias("Touch")]
    Task<int> Touch();
}

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

internal sealed class IdleGrain(Gates gates) : CountingGrain(gates), IIdleGrain
{
    public Task Delay(TimeSpan span)
    {
        DelayDeactivation(span);
        return Task.CompletedTask;
    }
}

[KeepAlive]
internal sealed class KeptGrain(Gates gates) : CountingGrain(gates), IKeptGrain;

[CollectionAgeLimit(Minutes = 2)]
internal sealed class BriefGrain(Gates gates) : CountingGrain(gates), IBriefGrain;
