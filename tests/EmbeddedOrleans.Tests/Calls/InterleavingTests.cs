using Orleans.Concurrency;
using Orleans.Serialization.Invocation;
using Territory.EmbeddedOrleans.Tests.Support;

namespace Territory.EmbeddedOrleans.Tests.Calls;

/// <summary>Which requests may start while another is at an await.</summary>
public sealed class InterleavingTests : IAsyncLifetime
{
    private Cluster _cluster = null!;

    public async ValueTask InitializeAsync() => _cluster = await Cluster.Start();

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task ReentrantGrain_AtAnAwait_RunsOtherRequests()
    {
        var grain = _cluster.Client.GetGrain<IReentrantGrain>(1);
        var blocked = grain.WaitAt("reentrant");
        await _cluster.Gates.Reached("reentrant");
        (await grain.Answer()).ShouldBe(42);
        _cluster.Gates.Open("reentrant");
        await blocked;
    }

    [Fact]
    public async Task ReentrantGrains_InACallCycle_Answer()
    {
        var grain = _cluster.Client.GetGrain<IReentrantGrain>(1);
        (await grain.AskThrough(_cluster.Client.GetGrain<IReentrantGrain>(2), 4)).ShouldBe(42);
    }

    [Fact]
    public async Task AlwaysInterleaveMethod_BesideAWaitingRequest_RunsAtOnce()
    {
        var grain = _cluster.Client.GetGrain<IMixedGrain>(1);
        var blocked = grain.Write("mixed");
        await _cluster.Gates.Reached("mixed");
        var ordinary = grain.Ordinary();
        (await grain.Always()).ShouldBe("always");
        ordinary.IsCompleted.ShouldBeFalse();
        _cluster.Gates.Open("mixed");
        await blocked;
        (await ordinary).ShouldBe("ordinary");
    }

    [Fact]
    public async Task ReadOnlyMethods_BesideEachOther_Interleave()
    {
        var grain = _cluster.Client.GetGrain<IMixedGrain>(2);
        var first = grain.Read("read");
        await _cluster.Gates.Reached("read");
        var second = grain.Read("read");
        await _cluster.Gates.Reached("read", 2);
        _cluster.Gates.Open("read");
        await Task.WhenAll(first, second);
    }

    [Fact]
    public async Task ReadOnlyMethod_BesideAWrite_Waits()
    {
        var grain = _cluster.Client.GetGrain<IMixedGrain>(3);
        var write = grain.Write("write");
        await _cluster.Gates.Reached("write");
        var read = grain.Read("after write");
        (await grain.Always()).ShouldBe("always");
        _cluster.Gates.CountOf("after write").ShouldBe(0);
        _cluster.Gates.Open("write");
        await _cluster.Gates.Reached("after write");
        _cluster.Gates.Open("after write");
        await Task.WhenAll(write, read);
    }

    [Fact]
    public async Task Write_BesideAReadOnlyMethod_Waits()
    {
        var grain = _cluster.Client.GetGrain<IMixedGrain>(4);
        var read = grain.Read("long read");
        await _cluster.Gates.Reached("long read");
        var write = grain.Write("late write");
        (await grain.Always()).ShouldBe("always");
        _cluster.Gates.CountOf("late write").ShouldBe(0);
        _cluster.Gates.Open("long read");
        _cluster.Gates.Open("late write");
        await Task.WhenAll(read, write);
    }

    [Fact]
    public async Task MayInterleavePredicate_DecidesByTheRequest()
    {
        var grain = _cluster.Client.GetGrain<IChoosyGrain>(1);
        var blocked = grain.Work("choosy", urgent: false);
        await _cluster.Gates.Reached("choosy");
        var ordinary = grain.Work("ordinary", urgent: false);
        var urgent = grain.Work("urgent", urgent: true);
        await _cluster.Gates.Reached("urgent");
        _cluster.Gates.CountOf("ordinary").ShouldBe(0);
        foreach (var gate in (string[])["choosy", "ordinary", "urgent"])
            _cluster.Gates.Open(gate);
        await Task.WhenAll(blocked, ordinary, urgent);
    }
}

[Alias("test.reentrant")]
public interface IReentrantGrain : IGrainWithIntegerKey
{
    [Alias("WaitAt")]
    Task WaitAt(string gate);

    [Alias("Answer")]
    Task<int> Answer();

    [Alias("AskThrough")]
    Task<int> AskThrough(IReentrantGrain other, int depth);
}

[Alias("test.mixed")]
public interface IMixedGrain : IGrainWithIntegerKey
{
    [Alias("Write")]
    Task Write(string gate);

    [Alias("Ordinary")]
    Task<string> Ordinary();

    [AlwaysInterleave]
    [Alias("Always")]
    Task<string> Always();

    [ReadOnly]
    [Alias("Read")]
    Task Read(string gate);
}

[Alias("test.choosy")]
public interface IChoosyGrain : IGrainWithIntegerKey
{
    [Alias("Work")]
    Task Work(string gate, bool urgent);
}

[Reentrant]
internal sealed class ReentrantGrain(Gates gates) : Grain, IReentrantGrain
{
    public Task WaitAt(string gate) => gates.Pass(gate);

    public Task<int> Answer() => Task.FromResult(42);

    public async Task<int> AskThrough(IReentrantGrain other, int depth) =>
        depth == 0 ? await other.Answer() : await other.AskThrough(this.AsReference<IReentrantGrain>(), depth - 1);
}

internal sealed class MixedGrain(Gates gates) : Grain, IMixedGrain
{
    public Task Write(string gate) => gates.Pass(gate);

    public Task<string> Ordinary() => Task.FromResult("ordinary");

    public Task<string> Always() => Task.FromResult("always");

    public Task Read(string gate) => gates.Pass(gate);
}

[MayInterleave(nameof(IsUrgent))]
internal sealed class ChoosyGrain(Gates gates) : Grain, IChoosyGrain
{
    public static bool IsUrgent(IInvokable request) =>
        request.GetMethodName() == nameof(Work) && request.GetArgument(1) is true;

    public Task Work(string gate, bool urgent) => gates.Pass(gate);
}
