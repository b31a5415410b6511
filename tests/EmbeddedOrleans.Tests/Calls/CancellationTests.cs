using Territory.EmbeddedOrleans.Tests.Support;

namespace Territory.EmbeddedOrleans.Tests.Calls;

/// <summary>A cancellation token as the last argument reaches the grain.</summary>
public sealed class CancellationTests : IAsyncLifetime
{
    private Cluster _cluster = null!;

    public async ValueTask InitializeAsync() => _cluster = await Cluster.Start();

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task Token_CanceledDuringTheCall_EndsTheCallAndSignalsTheGrain()
    {
        using var source = new CancellationTokenSource();
        var grain = _cluster.Client.GetGrain<ICancelGrain>(1);
        var call = grain.WaitFor("started", source.Token);
        await _cluster.Gates.Reached("started");
        await source.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => call);
        await _cluster.Gates.Reached("signalled");
        (await grain.Sum(1, 2, CancellationToken.None)).ShouldBe(3);
    }

    [Fact]
    public async Task Token_CanceledBeforeTheCall_DoesNotStartIt()
    {
        var grain = _cluster.Client.GetGrain<ICancelGrain>(2);
        await Should.ThrowAsync<OperationCanceledException>(async () => await grain.WaitFor("never", new CancellationToken(canceled: true)));
        (await grain.Sum(2, 2, CancellationToken.None)).ShouldBe(4);
        _cluster.Gates.CountOf("never").ShouldBe(0);
    }

    [Fact]
    public async Task Token_NotCanceled_ChangesNothing()
    {
        using var source = new CancellationTokenSource();
        (await _cluster.Client.GetGrain<ICancelGrain>(3).Sum(20, 22, source.Token)).ShouldBe(42);
    }
}

[Alias("test.cancel")]
public interface ICancelGrain : IGrainWithIntegerKey
{
    [Alias("WaitFor")]
    Task WaitFor(string gate, CancellationToken cancellationToken);

    [Alias("Sum")]
    Task<int> Sum(int left, int right, CancellationToken cancellationToken);
}

internal sealed class CancelGrain(Gates gates) : Grain, ICancelGrain
{
    public async Task WaitFor(string gate, CancellationToken cancellationToken)
    {
        gates.Reach(gate);
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }
        finally
        {
            gates.Reach("signalled");
        }
    }

    public Task<int> Sum(int left, int right, CancellationToken cancellationToken) => Task.FromResult(left + right);
}
