using Orleans.TestingHost;

namespace Territory.EmbeddedOrleans.Tests.Calls;

public sealed class GrainCallTests
{
    [Fact]
    public async Task Call_WithTaskResult_ReturnsIt()
    {
        await using var cluster = new InProcessTestClusterBuilder(1).Build();
        await cluster.DeployAsync();
        var grain = cluster.Client.GetGrain<ICounterGrain>("a");
        (await grain.Add(2)).ShouldBe(2);
        (await grain.Add(3)).ShouldBe(5);
    }
}

[Alias("test.counter")]
public interface ICounterGrain : IGrainWithStringKey
{
    Task<int> Add(int amount);
}

internal sealed class CounterGrain : Grain, ICounterGrain
{
    private int _total;

    public Task<int> Add(int amount) => Task.FromResult(_total += amount);
}
