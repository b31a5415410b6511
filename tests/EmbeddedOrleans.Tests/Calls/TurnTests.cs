using Territory.EmbeddedOrleans.Tests.Support;

namespace Territory.EmbeddedOrleans.Tests.Calls;

/// <summary>One request at a time, in one activation, on the activation's own scheduler.</summary>
public sealed class TurnTests : IAsyncLifetime
{
    private Cluster _cluster = null!;

    public async ValueTask InitializeAsync() => _cluster = await Cluster.Start();

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task Calls_FromManyCallers_NeverOverlapAndShareOneActivation()
    {
        var grain = _cluster.Client.GetGrain<ITurnGrain>(1);
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
        {
            for (var call = 0; call < 100; call++)
                await grain.IncrementSlowly();
        })));
        (await grain.Total()).ShouldBe(1600);
        (await grain.MostAtOnce()).ShouldBe(1);
    }

    [Fact]
    public async Task Request_ThatAwaits_LetsNothingElseIn()
    {
        var grain = _cluster.Client.GetGrain<ITurnGrain>(2);
        var blocked = grain.WaitAt("turn");
        await _cluster.Gates.Reached("turn");
        var second = grain.Total();
        (await _cluster.Client.GetGrain<ITurnGrain>(3).Total()).ShouldBe(0);
        second.IsCompleted.ShouldBeFalse();
        _cluster.Gates.Open("turn");
        await blocked;
        (await second).ShouldBe(0);
    }

    [Fact]
    public async Task Continuation_AfterWorkElsewhere_IsBackOnTheScheduler() =>
        (await _cluster.Client.GetGrain<ITurnGrain>(4).SchedulersSeen()).ShouldBe(new Note("leaves and comes back", 1));

    [Fact]
    public async Task Continuations_OfParallelTasksOfAGrain_DoNotOverlap() =>
        (await _cluster.Client.GetGrain<ITurnGrain>(5).FanOut(200)).ShouldBe(200);
}

[Alias("test.turn")]
public interface ITurnGrain : IGrainWithIntegerKey
{
    [Alias("IncrementSlowly")]
    Task IncrementSlowly();

    [Alias("Total")]
    Task<int> Total();

    [Alias("MostAtOnce")]
    Task<int> MostAtOnce();

    [Alias("WaitAt")]
    Task WaitAt(string gate);

    [Alias("SchedulersSeen")]
    Task<Note> SchedulersSeen();

    [Alias("FanOut")]
    Task<int> FanOut(int count);
}

internal sealed class TurnGrain(Gates gates) : Grain, ITurnGrain
{
    private int _total;
    private int _running;
    private int _mostAtOnce;

    public async Task IncrementSlowly()
    {
        _mostAtOnce = Math.Max(_mostAtOnce, ++_running);
        var before = _total;
        await Task.Yield();
        _total = before + 1;
        _running--;
    }

    public Task<int> Total() => Task.FromResult(_total);

    public Task<int> MostAtOnce() => Task.FromResult(_mostAtOnce);

    public Task WaitAt(string gate) => gates.Pass(gate);

    public async Task<Note> SchedulersSeen()
    {
        var own = TaskScheduler.Current;
        var outside = await Task.Run(() => TaskScheduler.Current);
        var after = TaskScheduler.Current;
        var started = await Task.Factory.StartNew(() => TaskScheduler.Current);
        var isRight = own != TaskScheduler.Default && outside == TaskScheduler.Default && after == own && started == own;
        return new Note("leaves and comes back", isRight ? 1 : 0);
    }

    public async Task<int> FanOut(int count)
    {
        // Without one-at-a-time continuations the plain increments would be lost.
        var sum = 0;
        await Task.WhenAll(Enumerable.Range(0, count).Select(async _ =>
        {
            await Task.Run(static () => { });
            var before = sum;
            await Task.CompletedTask;
            sum = before + 1;
        }));
        return sum;
    }
}
