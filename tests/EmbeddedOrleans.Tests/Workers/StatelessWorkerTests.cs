using Orleans.Concurrency;
using Territory.EmbeddedOrleans.Tests.Support;

namespace Territory.EmbeddedOrleans.Tests.Workers;

/// <summary>A stateless worker has up to its number of activations and no identity.</summary>
public sealed class StatelessWorkerTests : IAsyncLifetime
{
    private Cluster _cluster = null!;

    public async ValueTask InitializeAsync() => _cluster = await Cluster.Start();

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task Calls_UpToTheNumberOfWorkers_RunSideBySide()
    {
        var worker = _cluster.Client.GetGrain<IWorkerGrain>(0);
        var calls = Enumerable.Range(0, 3).Select(_ => worker.WaitAt("side by side")).ToArray();
        await _cluster.Gates.Reached("side by side", 3);
        _cluster.Gates.Open("side by side");
        (await Task.WhenAll(calls)).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task Calls_BeyondTheNumberOfWorkers_Wait()
    {
        var worker = _cluster.Client.GetGrain<IWorkerGrain>(1);
        var calls = Enumerable.Range(0, 9).Select(_ => worker.WaitAt("more")).ToArray();
        await _cluster.Gates.Reached("more", 3);
        _cluster.Gates.Open("more");
        (await Task.WhenAll(calls)).Distinct().Count().ShouldBeLessThanOrEqualTo(3);
        _cluster.Gates.CountOf("more").ShouldBe(9);
    }
}

[Alias("test.worker")]
public interface IWorkerGrain : IGrainWithIntegerKey
{
    [Alias("WaitAt")]
    Task<Guid> WaitAt(string gate);
}

[StatelessWorker(3)]
internal sealed class WorkerGrain(Gates gates) : Grain, IWorkerGrain
{
    private readonly Guid _id = Guid.NewGuid();

    public async Task<Guid> WaitAt(string gate)
    {
        await gates.Pass(gate);
        return _id;
    }
}
