using Territory.EmbeddedOrleans.Tests.Calls;
using Territory.EmbeddedOrleans.Tests.Support;

namespace Territory.EmbeddedOrleans.Tests.Embedded;

/// <summary>What the embedded runtime promises beyond Orleans when a grain is first looked for.</summary>
public sealed class FirstCallTests : IAsyncLifetime
{
    private Cluster _cluster = null!;

    public async ValueTask InitializeAsync() => _cluster = await Cluster.Start();

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task Calls_BeforeTheGrainIsActive_AreRunInOrder()
    {
        var grain = _cluster.Client.GetGrain<IKindsGrain>("new");
        var calls = Enumerable.Range(0, 200).Select(number => grain.Append(number)).ToArray();
        await Task.WhenAll(calls);
        (await calls[^1]).ShouldBe(string.Join(',', Enumerable.Range(0, 200)));
    }

    [Fact]
    public void GetGrain_OfAnInterfaceWithoutClass_NamesTheInterface() =>
        Should.Throw<ArgumentException>(() => _cluster.Client.GetGrain<IHomelessGrain>("x")).Message.ShouldContain(nameof(IHomelessGrain));
}
