using Territory.EmbeddedOrleans.Tests.Support;

namespace Territory.EmbeddedOrleans.Tests.Timers;

/// <summary>Timers tick by the clock in the services, in turn, and end with their activation.</summary>
public sealed class GrainTimerTests : IAsyncLifetime
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private Cluster _cluster = null!;

    public async ValueTask InitializeAsync() => _cluster = await Cluster.Start(withManualClock: true);

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task Timer_TicksAtItsDueTimeAndThenEveryPeriod()
    {
        var grain = _cluster.Client.GetGrain<ITimerGrain>("period");
        var start = _cluster.Clock.GetUtcNow();
        await grain.Start("tick", TimeSpan.FromSeconds(5), Second, interleave: false);
        await _cluster.AdvanceUntil(_cluster.Gates.Reached("tick"), Second);
        (_cluster.Clock.GetUtcNow() - start).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(5));
        await _cluster.AdvanceUntil(_cluster.Gates.Reached("tick", 4), Second);
    }

    [Fact]
    public async Task Tick_ByDefault_WaitsForTheRunningRequest()
    {
        var grain = _cluster.Client.GetGrain<ITimerGrain>("polite");
        await grain.Start("polite tick", Second, Timeout.InfiniteTimeSpan, interleave: false);
        var blocked = grain.WaitAt("polite request");
        await _cluster.Gates.Reached("polite request");
        _cluster.Clock.Advance(TimeSpan.FromSeconds(2));
        await grain.Interleaved();
        _cluster.Gates.CountOf("polite tick").ShouldBe(0);
        _cluster.Gates.Open("polite request");
        await blocked;
        await _cluster.Gates.Reached("polite tick");
    }

    [Fact]
    public async Task Tick_ThatInterleaves_DoesNotWait()
    {
        var grain = _cluster.Client.GetGrain<ITimerGrain>("pushy");
        await grain.Start("pushy tick", Second, Timeout.InfiniteTimeSpan, interleave: true);
        var blocked = grain.WaitAt("pushy request");
        await _cluster.Gates.Reached("pushy request");
        await _cluster.AdvanceUntil(_cluster.Gates.Reached("pushy tick"), Second);
        blocked.IsCompleted.ShouldBeFalse();
        _cluster.Gates.Open("pushy request");
        await blocked;
    }

    [Fact]
    public async Task Timer_ThatThrows_GoesOnTicking()
    {
        var grain = _cluster.Client.GetGrain<ITimerGrain>("throws");
        await grain.StartThrowing("thrown", Second);
        await _cluster.AdvanceUntil(_cluster.Gates.Reached("thrown", 3), Second);
    }

    [Fact]
    public async Task Timer_StopsWithItsActivation()
    {
        var grain = _cluster.Client.GetGrain<ITimerGrain>("stops");
        await grain.Start("stopped tick", Second, Second, interleave: false);
        await _cluster.AdvanceUntil(_cluster.Gates.Reached("stopped tick"), Second);
        await _cluster.Host.DeactivateAsync(grain);
        var ticks = _cluster.Gates.CountOf("stopped tick");
        var other = _cluster.Client.GetGrain<ITimerGrain>("still runs");
        await other.Start("other tick", Second, Second, interleave: false);
        await _cluster.AdvanceUntil(_cluster.Gates.Reached("other tick", 5), Second);
        _cluster.Gates.CountOf("stopped tick").ShouldBe(ticks);
    }

    [Fact]
    public async Task Timer_Disposed_TicksNoMore()
    {
        var grain = _cluster.Client.GetGrain<ITimerGrain>("disposed");
        await grain.Start("once", Second, Second, interleave: false);
        await _cluster.AdvanceUntil(_cluster.Gates.Reached("once"), Second);
        await grain.Stop();
        var ticks = _cluster.Gates.CountOf("once");
        await grain.Start("again", Second, Second, interleave: false);
        await _cluster.AdvanceUntil(_cluster.Gates.Reached("again", 5), Second);
        _cluster.Gates.CountOf("once").ShouldBe(ticks);
    }
}

[Alias("test.timer")]
public interface ITimerGrain : IGrainWithStringKey
{
    [Alias("Start")]
    Task Start(string gate, TimeSpan dueTime, TimeSpan period, bool interleave);

    [Alias("StartThrowing")]
    Task StartThrowing(string gate, TimeSpan period);

    [Alias("WaitAt")]
    Task WaitAt(string gate);

    [Orleans.Concurrency.AlwaysInterleave]
    [Alias("Interleaved")]
    Task Interleaved();

    [Alias("Stop")]
    Task Stop();
}

// Ticks do not count as use, and a test on a busy machine may move the clock far.
[KeepAlive]
internal sealed class TimerGrain(Gates gates) : Grain, ITimerGrain
{
    private IGrainTimer? _timer;

    public Task Start(string gate, TimeSpan dueTime, TimeSpan period, bool interleave)
    {
        _timer = this.RegisterGrainTimer(
            static (state, _) =>
            {
                state.gates.Reach(state.gate);
                return Task.CompletedTask;
            },
            (gates, gate),
            new GrainTimerCreationOptions(dueTime, period) { Interleave = interleave });
        return Task.CompletedTask;
    }

    public Task StartThrowing(string gate, TimeSpan period)
    {
        _timer = this.RegisterGrainTimer(
            () =>
            {
                gates.Reach(gate);
                throw new InvalidOperationException("a tick that fails");
            },
            new GrainTimerCreationOptions(period, period));
        return Task.CompletedTask;
    }

    public Task WaitAt(string gate) => gates.Pass(gate);

    public Task Interleaved() => Task.CompletedTask;

    public Task Stop()
    {
        _timer?.Dispose();
        return Task.CompletedTask;
    }
}
