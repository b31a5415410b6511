using System.Runtime.CompilerServices;
using Territory.EmbeddedOrleans.Tests.Support;

namespace Territory.EmbeddedOrleans.Tests.Calls;

/// <summary>A method may return an asynchronous sequence.</summary>
public sealed class SequenceTests : IAsyncLifetime
{
    private Cluster _cluster = null!;

    public async ValueTask InitializeAsync() => _cluster = await Cluster.Start();

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task Sequence_ReadToItsEnd_HasEveryElementInOrder()
    {
        var read = new List<int>();
        await foreach (var number in _cluster.Client.GetGrain<ISequenceGrain>(1).Count(250))
            read.Add(number);
        read.ShouldBe(Enumerable.Range(0, 250));
    }

    [Fact]
    public async Task Sequence_ThatThrows_BringsTheException()
    {
        var read = 0;
        (await Should.ThrowAsync<InvalidOperationException>(async () =>
        {
            await foreach (var _ in _cluster.Client.GetGrain<ISequenceGrain>(2).ThrowAfter(3))
                read++;
        })).Message.ShouldContain("enough");
        read.ShouldBe(3);
    }

    [Fact]
    public async Task Sequence_BeingRead_LetsTheGrainServeOthers()
    {
        var grain = _cluster.Client.GetGrain<ISequenceGrain>(3);
        await using var reader = grain.Count(1000).GetAsyncEnumerator();
        (await reader.MoveNextAsync()).ShouldBeTrue();
        await grain.Ping();
        (await reader.MoveNextAsync()).ShouldBeTrue();
        reader.Current.ShouldBe(1);
    }

    [Fact]
    public async Task Sequence_LeftEarly_RunsTheProducersFinally()
    {
        await foreach (var number in _cluster.Client.GetGrain<ISequenceGrain>(4).Endless("left"))
        {
            if (number == 5)
                break;
        }

        await _cluster.Gates.Reached("left");
    }

    [Fact]
    public async Task Sequence_Canceled_EndsTheReadAndTheProducer()
    {
        using var source = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var number in _cluster.Client.GetGrain<ISequenceGrain>(5).Endless("canceled").WithCancellation(source.Token))
            {
                if (number == 5)
                    await source.CancelAsync();
            }
        });
        await _cluster.Gates.Reached("canceled");
    }
}

[Alias("test.sequence")]
public interface ISequenceGrain : IGrainWithIntegerKey
{
    [Alias("Count")]
    IAsyncEnumerable<int> Count(int count);

    [Alias("ThrowAfter")]
    IAsyncEnumerable<int> ThrowAfter(int count);

    [Alias("Endless")]
    IAsyncEnumerable<int> Endless(string gate, CancellationToken cancellationToken = default);

    [Alias("Ping")]
    Task Ping();
}

internal sealed class SequenceGrain(Gates gates) : Grain, ISequenceGrain
{
    public async IAsyncEnumerable<int> Count(int count)
    {
        for (var number = 0; number < count; number++)
        {
            if (number % 3 == 0)
                await Task.Yield();
            yield return number;
        }
    }

    public async IAsyncEnumerable<int> ThrowAfter(int count)
    {
        for (var number = 0; number < count; number++)
        {
            await Task.Yield();
            yield return number;
        }

        throw new InvalidOperationException("enough");
    }

    public async IAsyncEnumerable<int> Endless(string gate, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        try
        {
            for (var number = 0; ; number++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await Task.Yield();
                yield return number;
            }
        }
        finally
        {
            gates.Reach(gate);
        }
    }

    public Task Ping() => Task.CompletedTask;
}
