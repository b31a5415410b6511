using Territory.EmbeddedOrleans.Tests.Activations;
using Territory.EmbeddedOrleans.Tests.Support;

namespace Territory.EmbeddedOrleans.Tests.Embedded;

/// <summary>
/// The embedded runtime measures idleness by the clock in the services, so the default age of 15 minutes can be tried; Orleans measures it
/// on real time.
/// </summary>
public sealed class CollectionByClockTests : IAsyncLifetime
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private Cluster _cluster = null!;

    public async ValueTask InitializeAsync() => _cluster = await Cluster.Start(withManualClock: true, collectsByClock: true);

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task IdleGrain_After15Minutes_IsCollected()
    {
        var start = _cluster.Clock.GetUtcNow();
        await _cluster.Client.GetGrain<IClockIdleGrain>("idle").Touch();
        await _cluster.AdvanceUntil(_cluster.Gates.Reached("idle ActivationIdle"), Minute);
        (_cluster.Clock.GetUtcNow() - start).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMinutes(15));
    }

    [Fact]
    public async Task UsedGrain_OutlivesAnIdleOne()
    {
        var used = _cluster.Client.GetGrain<IClockIdleGrain>("used");
        await used.Touch();
        await _cluster.Client.GetGrain<IClockIdleGrain>("unused").Touch();
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
        var kept = _cluster.Client.GetGrain<IClockKeptGrain>("kept");
        (await kept.Touch()).ShouldBe(1);
        for (var round = 1; round <= 2; round++)
        {
            await _cluster.Client.GetGrain<IClockIdleGrain>("beside").Touch();
            await _cluster.AdvanceUntil(_cluster.Gates.Reached("beside ActivationIdle", round), Minute);
        }

        (await kept.Touch()).ShouldBe(2);
    }

    [Fact]
    public async Task CollectionAgeLimit_OfTheClass_IsItsAge()
    {
        await _cluster.Client.GetGrain<IBriefGrain>("brief").Touch();
        await _cluster.Client.GetGrain<IClockIdleGrain>("ordinary").Touch();
        for (var minute = 0; minute < 5; minute++)
            _cluster.Clock.Advance(Minute);
        await _cluster.Gates.Reached("brief ActivationIdle");
        _cluster.Gates.CountOf("ordinary ActivationIdle").ShouldBe(0);
    }

    [Fact]
    public async Task DelayDeactivation_KeepsAnIdleGrainThatLong()
    {
        var start = _cluster.Clock.GetUtcNow();
        await _cluster.Client.GetGrain<IClockIdleGrain>("delayed").Delay(TimeSpan.FromMinutes(60));
        await _cluster.AdvanceUntil(_cluster.Gates.Reached("delayed ActivationIdle"), Minute);
        (_cluster.Clock.GetUtcNow() - start).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMinutes(60));
    }
}

[Alias("test.clock.idle")]
public interface IClockIdleGrain : IGrainWithStringKey
{
    [Alias("Touch")]
    Task<int> Touch();

    [Alias("Delay")]
    Task Delay(TimeSpan span);
}

[Alias("test.clock.kept")]
public interface IClockKeptGrain : IGrainWithStringKey
{
    [Alias("Touch")]
    Task<int> Touch();
}

[Alias("test.clock.brief")]
public interface IBriefGrain : IGrainWithStringKey
{
    [Alias("Touch")]
    Task<int> Touch();
}

internal sealed class ClockIdleGrain(Gates gates) : CountingGrain(gates), IClockIdleGrain
{
    public Task Delay(TimeSpan span)
    {
        DelayDeactivation(span);
        return Task.CompletedTask;
    }
}

[KeepAlive]
internal sealed class ClockKeptGrain(Gates gates) : CountingGrain(gates), IClockKeptGrain;

[CollectionAgeLimit(Minutes = 2)]
internal sealed class BriefGrain(Gates gates) : CountingGrain(gates), IBriefGrain;
