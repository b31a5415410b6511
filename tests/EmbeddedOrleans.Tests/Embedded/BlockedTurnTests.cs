using Territory.EmbeddedOrleans.Tests.Support;

namespace Territory.EmbeddedOrleans.Tests.Embedded;

/// <summary>Even a grain that blocks its thread, which it must not, only costs its callers a timeout.</summary>
public sealed class BlockedTurnTests
{
    [Fact]
    public async Task Calls_ToAGrainThatBlocksItsThread_TimeOut()
    {
        await using var cluster = await Cluster.Start();
        var grain = cluster.Client.GetGrain<IBlockingGrain>(1);
        using var release = new ManualResetEventSlim();
        BlockingGrain.Release = release;
        var blocking = grain.Block();
        await cluster.Gates.Reached("blocks");
        await Should.ThrowAsync<TimeoutException>(() => grain.Ping());
        await Should.ThrowAsync<TimeoutException>(() => blocking);
        release.Set();
        await cluster.Gates.Reached("released");
        await grain.Ping();
    }
}

[Alias("test.blocking"), ResponseTimeout("00:00:01")]
public interface IBlockingGrain : IGrainWithIntegerKey
{
    [Alias("Block")]
    Task Block();

    [Alias("Ping")]
    Task Ping();
}

internal sealed class BlockingGrain(Gates gates) : Grain, IBlockingGrain
{
    internal static ManualResetEventSlim? Release { get; set; }

    public Task Block()
    {
        gates.Reach("blocks");
        Release!.Wait();
        gates.Reach("released");
        return Task.CompletedTask;
    }

    public Task Ping() => Task.CompletedTask;
}
