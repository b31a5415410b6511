using Territory.EmbeddedOrleans.Tests.Support;

namespace Territory.EmbeddedOrleans.Tests.Calls;

/// <summary>A call reaches its grain and brings back its outcome, for every kind of method.</summary>
public sealed class GrainCallTests : IAsyncLifetime
{
    private Cluster _cluster = null!;

    public async ValueTask InitializeAsync() => _cluster = await Cluster.Start();

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task Call_OfEveryReturnType_BringsItsOutcome()
    {
        var grain = _cluster.Client.GetGrain<IKindsGrain>("kinds");
        await grain.AsTask(3);
        (await grain.AsTaskOf(4)).ShouldBe(7);
        await grain.AsValueTask(5);
        (await grain.AsValueTaskOf(6)).ShouldBe(18);
        (await grain.AsMessage(new Note("a", 2))).ShouldBe(new Note("a/kinds", 20));
    }

    [Fact]
    public async Task Call_ThatAwaits_BringsItsOutcomeLater()
    {
        var grain = _cluster.Client.GetGrain<IKindsGrain>("later");
        var call = grain.Later(new Note("x", 1));
        await _cluster.Gates.Reached("later");
        call.IsCompleted.ShouldBeFalse();
        _cluster.Gates.Open("later");
        (await call).ShouldBe(new Note("x", 2));
    }

    [Fact]
    public async Task Call_ThatThrows_CrossesWithTypeAndMessage()
    {
        var grain = _cluster.Client.GetGrain<IKindsGrain>("throws");
        (await Should.ThrowAsync<ArgumentOutOfRangeException>(() => grain.Throw("too much"))).Message.ShouldContain("too much");
        (await Should.ThrowAsync<InvalidOperationException>(() => grain.ThrowLater("not now"))).Message.ShouldBe("not now");
    }

    [Fact]
    public async Task Grain_ThatThrew_KeepsItsState()
    {
        var grain = _cluster.Client.GetGrain<IKindsGrain>("survivor");
        await grain.AsTask(11);
        await Should.ThrowAsync<InvalidOperationException>(() => grain.ThrowLater("x"));
        (await grain.AsTaskOf(0)).ShouldBe(11);
    }

    [Fact]
    public async Task Reference_PassedAsArgument_CallsTheSameGrain()
    {
        var first = _cluster.Client.GetGrain<IKindsGrain>("first");
        var second = _cluster.Client.GetGrain<IKindsGrain>("second");
        await second.AsTask(5);
        (await first.AskOther(second, 1)).ShouldBe(6);
        (await first.AskOther(await second.Myself(), 1)).ShouldBe(7);
    }

    [Fact]
    public async Task Calls_FromOneCaller_AreRunInOrder()
    {
        // Of calls that still look for their activation Orleans keeps no order.
        var grain = _cluster.Client.GetGrain<IKindsGrain>("order");
        await grain.AsTask(0);
        var calls = Enumerable.Range(0, 200).Select(number => grain.Append(number)).ToArray();
        await Task.WhenAll(calls);
        (await calls[^1]).ShouldBe(string.Join(',', Enumerable.Range(0, 200)));
    }

    [Fact]
    public void GetGrain_OfAnInterfaceWithoutClass_Throws() =>
        Should.Throw<ArgumentException>(() => _cluster.Client.GetGrain<IHomelessGrain>("x"));

    [Fact]
    public async Task GetGrain_ByGrainId_IsTheSameGrain()
    {
        var grain = _cluster.Client.GetGrain<IKindsGrain>("same");
        await grain.AsTask(9);
        (await _cluster.Client.GetGrain<IKindsGrain>(grain.GetGrainId()).AsTaskOf(0)).ShouldBe(9);
        (await grain.AsReference<IKindsGrain>().AsTaskOf(0)).ShouldBe(9);
        grain.Equals(_cluster.Client.GetGrain<IKindsGrain>("same")).ShouldBeTrue();
        grain.Equals(_cluster.Client.GetGrain<IKindsGrain>("other")).ShouldBeFalse();
    }
}

[Alias("test.kinds")]
public interface IKindsGrain : IGrainWithStringKey
{
    [Alias("AsTask")]
    Task AsTask(int amount);

    [Alias("AsTaskOf")]
    Task<int> AsTaskOf(int amount);

    [Alias("AsValueTask")]
    ValueTask AsValueTask(int amount);

    [Alias("AsValueTaskOf")]
    ValueTask<int> AsValueTaskOf(int amount);

    [Alias("AsMessage")]
    Task<Note> AsMessage(Note note);

    [Alias("Later")]
    Task<Note> Later(Note note);

    [Alias("Throw")]
    Task Throw(string message);

    [Alias("ThrowLater")]
    Task<int> ThrowLater(string message);

    [Alias("AskOther")]
    Task<int> AskOther(IKindsGrain other, int amount);

    [Alias("Myself")]
    Task<IKindsGrain> Myself();

    [Alias("Append")]
    Task<string> Append(int number);
}

[Alias("test.homeless")]
public interface IHomelessGrain : IGrainWithStringKey;

internal sealed class KindsGrain(Gates gates) : Grain, IKindsGrain
{
    private readonly List<int> _numbers = [];
    private int _total;

    public Task AsTask(int amount)
    {
        _total += amount;
        return Task.CompletedTask;
    }

    public Task<int> AsTaskOf(int amount) => Task.FromResult(_total += amount);

    public ValueTask AsValueTask(int amount)
    {
        _total += amount;
        return default;
    }

    public async ValueTask<int> AsValueTaskOf(int amount)
    {
        await Task.Yield();
        return _total += amount;
    }

    public Task<Note> AsMessage(Note note) => Task.FromResult(new Note($"{note.Text}/{this.GetPrimaryKeyString()}", note.Number * 10));

    public async Task<Note> Later(Note note)
    {
        await gates.Pass("later");
        return note with { Number = note.Number + 1 };
    }

    public Task Throw(string message) => throw new ArgumentOutOfRangeException(message);

    public async Task<int> ThrowLater(string message)
    {
        await Task.Yield();
        throw new InvalidOperationException(message);
    }

    public Task<int> AskOther(IKindsGrain other, int amount) => other.AsTaskOf(amount);

    public Task<IKindsGrain> Myself() => Task.FromResult(this.AsReference<IKindsGrain>());

    public Task<string> Append(int number)
    {
        _numbers.Add(number);
        return Task.FromResult(string.Join(',', _numbers));
    }
}
