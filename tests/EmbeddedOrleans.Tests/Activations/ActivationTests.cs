using Territory.EmbeddedOrleans.Tests.Support;

namespace Territory.EmbeddedOrleans.Tests.Activations;

/// <summary>How an activation begins and ends.</summary>
public sealed class ActivationTests : IAsyncLifetime
{
    private Cluster _cluster = null!;

    public async ValueTask InitializeAsync() => _cluster = await Cluster.Start();

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task OnActivate_RunsOnceBeforeTheFirstRequest()
    {
        var grain = _cluster.Client.GetGrain<ILifeGrain>("fresh");
        (await grain.History()).ShouldBe("activated");
        (await grain.History()).ShouldBe("activated");
    }

    [Fact]
    public async Task OnActivate_ThatFails_FailsTheCallAndTheNextTriesAgain()
    {
        var grain = _cluster.Client.GetGrain<ILifeGrain>("broken-once");
        (await Should.ThrowAsync<InvalidOperationException>(() => grain.History())).Message.ShouldBe("cannot activate");
        (await grain.History()).ShouldBe("activated");
    }

    [Fact]
    public async Task DeactivateOnIdle_EndsThisActivationAfterTheRequest()
    {
        var grain = _cluster.Client.GetGrain<ILifeGrain>("leaves");
        var first = await grain.Number();
        var gone = _cluster.Host.WaitForDeactivationAsync(grain);
        await grain.Leave();
        await gone;
        _cluster.Gates.CountOf("leaves ApplicationRequested").ShouldBe(1);
        (await grain.Number()).ShouldNotBe(first);
    }

    [Fact]
    public async Task Calls_DuringDeactivation_GoToTheNextActivation()
    {
        var grain = _cluster.Client.GetGrain<ILifeGrain>("slow-to-leave");
        var first = await grain.Number();
        await grain.Leave();
        await _cluster.Gates.Reached("slow-to-leave ApplicationRequested");
        var during = Enumerable.Range(0, 10).Select(_ => grain.Number()).ToArray();
        _cluster.Gates.Open("slow-to-leave ApplicationRequested");
        var second = await during[0];
        second.ShouldNotBe(first);
        (await Task.WhenAll(during)).ShouldAllBe(number => number == second);
    }

    [Fact]
    public async Task Grain_WithoutTheGrainBaseClass_WorksThroughItsContext()
    {
        var grain = _cluster.Client.GetGrain<IPlainGrain>(7);
        (await grain.Describe()).ShouldBe("7 activated");
    }

    [Fact]
    public async Task Activation_GetsServicesOfItsOwnScope()
    {
        await using var cluster = await Cluster.Start(silo => silo.ConfigureServices(services =>
            Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddScoped<ScopedThing>(services)));
        var grain = cluster.Client.GetGrain<IScopedGrain>(1);
        var first = await grain.Thing();
        (await grain.Thing()).ShouldBe(first);
        (await cluster.Client.GetGrain<IScopedGrain>(2).Thing()).ShouldNotBe(first);
        await cluster.Host.DeactivateAsync(grain);
        (await grain.Thing()).ShouldNotBe(first);
    }
}

[Alias("test.life")]
public interface ILifeGrain : IGrainWithStringKey
{
    [Alias("History")]
    Task<string> History();

    [Alias("Number")]
    Task<Guid> Number();

    [Alias("Leave")]
    Task Leave();
}

[Alias("test.plain")]
public interface IPlainGrain : IGrainWithIntegerKey
{
    [Alias("Describe")]
    Task<string> Describe();
}

[Alias("test.scoped")]
public interface IScopedGrain : IGrainWithIntegerKey
{
    [Alias("Thing")]
    Task<Guid> Thing();
}

internal sealed class LifeGrain(Gates gates) : Grain, ILifeGrain
{
    private readonly Guid _number = Guid.NewGuid();
    private string _history = "";

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        var key = this.GetPrimaryKeyString();
        gates.Reach($"{key} activates");
        if (key == "broken-once" && gates.CountOf($"{key} activates") == 1)
            throw new InvalidOperationException("cannot activate");
        _history += "activated";
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        var gate = $"{this.GetPrimaryKeyString()} {reason.ReasonCode}";
        if (gate == "slow-to-leave ApplicationRequested")
            await gates.Pass(gate);
        else
            gates.Reach(gate);
    }

    public Task<string> History() => Task.FromResult(_history);

    public Task<Guid> Number() => Task.FromResult(_number);

    public Task Leave()
    {
        this.DeactivateOnIdle();
        return Task.CompletedTask;
    }
}

internal sealed class PlainGrain(IGrainContext context) : IGrainBase, IPlainGrain
{
    private bool _isActivated;

    public IGrainContext GrainContext { get; } = context;

    public Task OnActivateAsync(CancellationToken token)
    {
        _isActivated = true;
        return Task.CompletedTask;
    }

    public Task<string> Describe() => Task.FromResult($"{GrainContext.GrainId.GetIntegerKey()} {(_isActivated ? "activated" : "raw")}");
}

internal sealed class ScopedThing
{
    public Guid Id { get; } = Guid.NewGuid();
}

internal sealed class ScopedGrain(ScopedThing thing) : Grain, IScopedGrain
{
    public Task<Guid> Thing() => Task.FromResult(thing.Id);
}
