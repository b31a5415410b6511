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
    private readonly CancellationToken _callerToken;
    private IAsyncEnumerator<T>? _source;
    private RequestHost? _host;
    private Task<bool>? _advancing;

    internal GrainEnumerator(
        GrainReference reference, EnumerableRequest<T> request, CancellationToken methodToken, CancellationToken enumeratorToken)
    {
        _reference = reference;
        _request = request;
        _stopping = CancellationTokenSource.CreateLinkedTokenSource(methodToken, enumeratorToken);

        // Without a token of the caller's a step needs none of its own; the grain's token then only signals the end.
        _callerToken = methodToken.CanBeCanceled || enumeratorToken.CanBeCanceled ? _stopping.Token : default;
        Current = default!;
    }

    public T Current { get; private set; }

    public ValueTask<bool> MoveNextAsync()
    {
        var step = new Step(this, isLast: false);
        _reference.Send(step, _callerToken);
        return new(step.Response);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        if (_host is { IsClosed: false })
        {
            var step = new Step(this, isLast: true);
            _reference.Send(step, default);
            await step.Response;
        }

        _stopping.Dispose();
    }

    private ValueTask<bool> Advance(RequestHost host, object grain)
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

        var moved = _source.MoveNextAsync();
        if (moved.IsCompletedSuccessfully)
            return new(Take(moved.Result));

        _advancing = TakeLater(moved);
        return new(_advancing);
    }

    private async Task<bool> TakeLater(ValueTask<bool> moved) => Take(await moved);

    private bool Take(bool moved)
    {
        Current = moved ? _source!.Current : default!;
        return moved;
    }

    private async ValueTask<bool> Finish(RequestHost host)
    {
        if (_host != host || _source is not { } source)
            return false;

        // A caller that was canceled leaves while the producer is still in a step; the producer must leave the step before it can be disposed.
        if (_advancing is { IsCompleted: false })
            await ((Task)_advancing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        await source.DisposeAsync();
        return false;
    }

    private sealed class Step(GrainEnumerator<T> enumerator, bool isLast) : ResultRequest<bool>
    {
        internal override MethodFacts Facts => enumerator._request.Facts;

        internal override CallTraits Traits => CallTraits.AlwaysInterleave;

        protected override ValueTask<bool> Call(object target) =>
            isLast ? enumerator.Finish(Host!) : enumerator.Advance(Host!, target);
    }
}
