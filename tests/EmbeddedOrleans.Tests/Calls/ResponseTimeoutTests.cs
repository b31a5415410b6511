using Orleans.Configuration;
using Territory.EmbeddedOrleans.Tests.Support;

namespace Territory.EmbeddedOrleans.Tests.Calls;

/// <summary>A call that gets no answer ends with a timeout; the grain goes on.</summary>
public sealed class ResponseTimeoutTests : IAsyncLifetime
{
    private Cluster _cluster = null!;

    public async ValueTask InitializeAsync() => _cluster = await Cluster.Start(silo =>
        silo.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromSeconds(60)));

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task Call_WithoutAnswer_TimesOutAfterItsAttribute()
    {
        var grain = _cluster.Client.GetGrain<IStuckGrain>("a");
        await Should.ThrowAsync<TimeoutException>(() => grain.Stick("a"));
        _cluster.Gates.Open("a");
        await _cluster.Gates.Reached("a left");
        await grain.Ping();
    }

    [Fact]
    public async Task Call_BehindAStuckOne_TimesOutToo()
    {
        var grain = _cluster.Client.GetGrain<IStuckGrain>("b");
        var stuck = grain.Stick("b");
        await _cluster.Gates.Reached("b");
        await Should.ThrowAsync<TimeoutException>(() => grain.Ping());
        await Should.ThrowAsync<TimeoutException>(() => stuck);
        _cluster.Gates.Open("b");
    }

    [Fact]
    public async Task CallCycle_OfNonReentrantGrains_TimesOutInsteadOfHanging()
    {
        var first = _cluster.Client.GetGrain<IStuckGrain>("c1");
        var second = _cluster.Client.GetGrain<IStuckGrain>("c2");
        await Should.ThrowAsync<TimeoutException>(() => first.CallThrough(second));
        await first.Ping();
        await second.Ping();
    }
}

[Alias("test.stuck")]
public interface IStuckGrain : IGrainWithStringKey
{
    [ResponseTimeout("00:00:01")]
    [Alias("Stick")]
    Task Stick(string gate);

    [ResponseTimeout("00:00:01")]
    [Alias("Ping")]
    Task Ping();

    [ResponseTimeout("00:00:10")]
    [Alias("CallThrough")]
    Task CallThrough(IStuckGrain other);

    [ResponseTimeout("00:00:05")]
    [Alias("CallBack")]
    Task CallBack(IStuckGrain other);
}

internal sealed class StuckGrain(Gates gates) : Grain, IStuckGrain
{
    public async Task Stick(string gate)
    {
        await gates.Pass(gate);
        gates.Reach($"{gate} left");
    }

    public Task Ping() => Task.CompletedTask;

    public Task CallThrough(IStuckGrain other) => other.CallBack(this.AsReference<IStuckGrain>());

    public Task CallBack(IStuckGrain other) => other.Ping();
}
