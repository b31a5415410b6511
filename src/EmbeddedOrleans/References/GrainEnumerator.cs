using Orleans.Runtime.Activations;
using Orleans.Runtime.Calls;

namespace Orleans.Runtime.References;

/// <summary>
/// One enumeration of a grain's sequence. The grain's own enumerator lives in its activation and is only touched in its turns, beside other
/// requests; elements are pulled one at a time, so a slow reader holds the producer back.
/// </summary>
internal sealed class GrainEnumerator<T> : IAsyncEnumerator<T>
{
    private readonly GrainReference _reference;
    private readonly EnumerableRequest<T> _request;
    private readonly CancellationTokenSource _stopping;
    private IAsyncEnumerator<T>? _source;
    private RequestHost? _host;

    internal GrainEnumerator(
        GrainReference reference, EnumerableRequest<T> request, CancellationToken methodToken, CancellationToken enumeratorToken)
    {
        _reference = reference;
        _request = request;
        _stopping = CancellationTokenSource.CreateLinkedTokenSource(methodToken, enumeratorToken);
        Current = default!;
    }

    public T Current { get; private set; }

    public async ValueTask<bool> MoveNextAsync()
    {
        var step = new Step(this, isDispose: false);
        _reference.Send(step, _stopping.Token);
        return await step.Response;
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is { IsClosed: false })
        {
            var step = new Step(this, isDispose: true);
            _reference.Send(step, default);
            await step.Response;
        }

        _stopping.Dispose();
    }

    private async ValueTask<bool> Advance(RequestHost host, object grain)
    {
        if (_source is null)
        {
            _host = host;
            _source = _request.Call(grain, _stopping.Token).GetAsyncEnumerator(_stopping.Token);
        }
        else if (_host != host)
        {
            throw new EnumerationAbortedException($"The activation of {host.GrainId} that produced this sequence is gone.");
        }

        var moved = await _source.MoveNextAsync();
        Current = moved ? _source.Current : default!;
        return moved;
    }

    private async ValueTask<bool> Finish(RequestHost host)
    {
        if (_host == host && _source is { } source)
            await source.DisposeAsync();
        return false;
    }

    private sealed class Step(GrainEnumerator<T> enumerator, bool isDispose) : ResultRequest<bool>
    {
        internal override MethodFacts Facts => enumerator._request.Facts;

        internal override CallTraits Traits => CallTraits.AlwaysInterleave;

        protected override ValueTask<bool> Call(object target) =>
            isDispose ? enumerator.Finish(Host!) : enumerator.Advance(Host!, target);
    }
}
