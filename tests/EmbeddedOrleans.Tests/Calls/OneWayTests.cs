using Orleans.Concurrency;
using Territory.EmbeddedOrleans.Tests.Support;

namespace Territory.EmbeddedOrleans.Tests.Calls;

/// <summary>A one-way call is over for the caller at once.</summary>
public sealed class OneWayTests : IAsyncLifetime
{
    private Cluster _cluster = null!;

    public async ValueTask InitializeAsync() => _cluster = await Cluster.Start();

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task OneWayCall_OfABusyGrain_CompletesAtOnceAndStillArrives()
    {
        var grain = _cluster.Client.GetGrain<IOneWayGrain>(1);
        await grain.Tell("told");
        await _cluster.Gates.Reached("told");
        _cluster.Gates.Open("told");
        await grain.Ping();
    }

    [Fact]
    public async Task OneWayCall_ThatThrows_TellsNobody()
    {
        var grain = _cluster.Client.GetGrain<IOneWayGrain>(2);
        await grain.Fail();
        await grain.Ping();
    }
}

[Alias("test.oneway")]
public interface IOneWayGrain : IGrainWithIntegerKey
{
    [OneWay]
    [Alias("Tell")]
    Task Tell(string gate);

    [OneWay]
    [Alias("Fail")]
    Task Fail();

    [Alias("Ping")]
    Task Ping();
}

internal sealed class OneWayGrain(Gates gates) : Grain, IOneWayGrain
{
    public Task Tell(string gate) => gates.Pass(gate);

    public Task Fail() => throw new InvalidOperationException("nobody hears this");

    public Task Ping() => Task.CompletedTask;
}
