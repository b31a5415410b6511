using Territory.EmbeddedOrleans.Tests.Support;

namespace Territory.EmbeddedOrleans.Tests.Calls;

/// <summary>A grain with work gets its turn however busy others keep the machine.</summary>
public sealed class FairnessTests
{
    [Fact]
    public async Task Grain_BesideEndlessCallers_GetsItsTurn()
    {
        await using var cluster = await Cluster.Start();
        using var enough = new CancellationTokenSource();
        var busy = Enumerable.Range(0, 2 * Environment.ProcessorCount).Select(key => Task.Run(async () =>
        {
            var grain = cluster.Client.GetGrain<IPaceGrain>(key);
            while (!enough.IsCancellationRequested)
                await grain.Beat();
        })).ToArray();
        var others = Enumerable.Range(100, 100).Select(key => cluster.Client.GetGrain<ITurnGrain>(key)).ToArray();
        for (var round = 0; round < 20; round++)
            await Task.WhenAll(others.Select(grain => grain.IncrementSlowly())).WaitAsync(TimeSpan.FromSeconds(30));
        await enough.CancelAsync();
        await Task.WhenAll(busy);
        (await others[0].Total()).ShouldBe(20);
    }
}
