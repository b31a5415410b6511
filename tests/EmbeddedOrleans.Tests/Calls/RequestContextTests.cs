using Territory.EmbeddedOrleans.Tests.Support;

namespace Territory.EmbeddedOrleans.Tests.Calls;

/// <summary>The request context flows from caller to callee, on through its calls, and never back.</summary>
public sealed class RequestContextTests : IAsyncLifetime
{
    private Cluster _cluster = null!;

    public async ValueTask InitializeAsync() => _cluster = await Cluster.Start();

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task Value_SetByTheCaller_ReachesCalleeAndItsCallees()
    {
        var grain = _cluster.Client.GetGrain<IContextGrain>(1);
        RequestContext.Set("who", "caller");
        (await grain.Read("who")).ShouldBe("caller");
        (await grain.ReadThrough(_cluster.Client.GetGrain<IContextGrain>(2), "who")).ShouldBe("caller");
        RequestContext.Clear();
        (await grain.Read("who")).ShouldBe("nothing");
    }

    [Fact]
    public async Task Value_SetByTheCallee_StaysThere()
    {
        var grain = _cluster.Client.GetGrain<IContextGrain>(3);
        await grain.Set("local", "callee");
        RequestContext.Get("local").ShouldBeNull();
        (await grain.Read("local")).ShouldBe("nothing");
    }

    [Fact]
    public void Remove_OfAKey_TellsWhetherItWasThere()
    {
        RequestContext.Set("a", 1);
        RequestContext.Set("b", 2);
        RequestContext.Keys.ShouldBe(["a", "b"], ignoreOrder: true);
        RequestContext.Remove("a").ShouldBeTrue();
        RequestContext.Remove("a").ShouldBeFalse();
        RequestContext.Get("b").ShouldBe(2);
        RequestContext.Clear();
    }
}

[Alias("test.context")]
public interface IContextGrain : IGrainWithIntegerKey
{
    [Alias("Read")]
    Task<string> Read(string key);

    [Alias("ReadThrough")]
    Task<string> ReadThrough(IContextGrain other, string key);

    [Alias("Set")]
    Task Set(string key, string value);
}

internal sealed class ContextGrain : Grain, IContextGrain
{
    public Task<string> Read(string key) => Task.FromResult(RequestContext.Get(key) as string ?? "nothing");

    public async Task<string> ReadThrough(IContextGrain other, string key)
    {
        await Task.Yield();
        return await other.Read(key);
    }

    public Task Set(string key, string value)
    {
        RequestContext.Set(key, value);
        return Task.CompletedTask;
    }
}
