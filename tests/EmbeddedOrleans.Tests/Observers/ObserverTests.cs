using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Utilities;
using Territory.EmbeddedOrleans.Tests.Support;

namespace Territory.EmbeddedOrleans.Tests.Observers;

/// <summary>Grains call objects outside them through observer references, best effort.</summary>
public sealed class ObserverTests : IAsyncLifetime
{
    private Cluster _cluster = null!;

    public async ValueTask InitializeAsync() => _cluster = await Cluster.Start();

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task Observer_Subscribed_HearsInOrder()
    {
        var listener = new Listener(_cluster.Gates);
        var reference = _cluster.Client.CreateObjectReference<IListener>(listener);
        var grain = _cluster.Client.GetGrain<IPublisherGrain>("order");
        await grain.Subscribe(reference);
        for (var number = 0; number < 20; number++)
            await grain.Publish(new Note("n", number));
        await _cluster.Gates.Reached("heard", 20);
        listener.Heard.ShouldBe(Enumerable.Range(0, 20));
        _cluster.Client.DeleteObjectReference<IListener>(reference);
        GC.KeepAlive(listener);
    }

    [Fact]
    public async Task Observer_Unsubscribed_HearsNoMore()
    {
        var leaving = new Listener(_cluster.Gates);
        var staying = new Listener(_cluster.Gates);
        var leavingReference = _cluster.Client.CreateObjectReference<IListener>(leaving);
        var grain = _cluster.Client.GetGrain<IPublisherGrain>("leave");
        await grain.Subscribe(leavingReference);
        await grain.Subscribe(_cluster.Client.CreateObjectReference<IListener>(staying));
        await grain.Publish(new Note("both", 1));
        await _cluster.Gates.Reached("heard", 2);
        await grain.Unsubscribe(leavingReference);
        await grain.Publish(new Note("one", 2));
        await _cluster.Gates.Reached("heard", 3);
        leaving.Heard.ShouldBe([1]);
        staying.Heard.ShouldBe([1, 2]);
        GC.KeepAlive(leaving);
        GC.KeepAlive(staying);
    }

    [Fact]
    public void ObserverManager_PastItsExpiry_DropsTheObserverUnlessRenewed()
    {
        var now = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var observers = new ObserverManager<string, string>(TimeSpan.FromSeconds(10), NullLogger.Instance) { GetDateTime = () => now };
        observers.Subscribe("a", "first");
        observers.Subscribe("b", "second");
        now += TimeSpan.FromSeconds(8);
        observers.Subscribe("b", "second");
        now += TimeSpan.FromSeconds(8);
        var notified = new List<string>();
        observers.Notify(notified.Add);
        notified.ShouldBe(["second"]);
        observers.Count.ShouldBe(1);
    }

    [Fact]
    public async Task ObserverManager_WhenAnObserverFails_DropsOnlyThatOne()
    {
        var observers = new ObserverManager<string, string>(TimeSpan.FromMinutes(1), NullLogger.Instance);
        observers.Subscribe("good", "good");
        observers.Subscribe("bad", "bad");
        await observers.Notify(observer => observer == "bad" ? throw new InvalidOperationException() : Task.CompletedTask);
        observers.ShouldBe(["good"]);
    }

    private sealed class Listener(Gates gates) : IListener
    {
        public List<int> Heard { get; } = [];

        public void Hear(Note note)
        {
            Heard.Add(note.Number);
            gates.Reach("heard");
        }
    }
}

[Alias("test.listener")]
public interface IListener : IGrainObserver
{
    [Alias("Hear")]
    void Hear(Note note);
}

[Alias("test.publisher")]
public interface IPublisherGrain : IGrainWithStringKey
{
    [Alias("Subscribe")]
    Task Subscribe(IListener listener);

    [Alias("Unsubscribe")]
    Task Unsubscribe(IListener listener);

    [Alias("Publish")]
    Task Publish(Note note);
}

internal sealed class PublisherGrain : Grain, IPublisherGrain
{
    private readonly ObserverManager<IListener> _listeners = new(TimeSpan.FromMinutes(5), NullLogger.Instance);

    public Task Subscribe(IListener listener)
    {
        _listeners.Subscribe(listener, listener);
        return Task.CompletedTask;
    }

    public Task Unsubscribe(IListener listener)
    {
        _listeners.Unsubscribe(listener);
        return Task.CompletedTask;
    }

    public Task Publish(Note note)
    {
        _listeners.Notify(listener => listener.Hear(note));
        return Task.CompletedTask;
    }
}
