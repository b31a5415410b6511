using Orleans.Runtime.Activations;
using Orleans.Runtime.Calls;
using Orleans.Runtime.References;

namespace Orleans.Runtime;

/// <summary>The address of a grain or observer. Generated classes derive from it, one per interface; each method posts a request.</summary>
public abstract class GrainReference : IAddressable, IEquatable<GrainReference>
{
    private static readonly Task Done = Task.CompletedTask;

    private readonly ReferenceOrigin _origin;
    private ICallTarget? _target;

    private protected GrainReference(ReferenceOrigin origin, GrainId grainId)
    {
        _origin = origin;
        GrainId = grainId;
    }

    public GrainId GrainId { get; }

    public string InterfaceName => _origin.InterfaceType.Name;

    public bool Equals(GrainReference? other) => other is not null && GrainId.Equals(other.GrainId);

    public override bool Equals(object? obj) => Equals(obj as GrainReference);

    public override int GetHashCode() => GrainId.GetHashCode();

    public override string ToString() => $"GrainReference:{GrainId}";

    public static bool operator ==(GrainReference? left, GrainReference? right) => left is null ? right is null : left.Equals(right);

    public static bool operator !=(GrainReference? left, GrainReference? right) => !(left == right);

    internal GrainReference As(Type interfaceType) =>
        interfaceType.IsInstanceOfType(this) ? this : _origin.Silo.References.Create(interfaceType, GrainId);

    private protected Task<T> SendForTask<T>(ResultRequest<T> request, CancellationToken cancellationToken)
    {
        Send(request, cancellationToken);
        return request.Response;
    }

    private protected ValueTask<T> SendForValueTask<T>(ResultRequest<T> request, CancellationToken cancellationToken)
    {
        Send(request, cancellationToken);
        return new(request.Response);
    }

    private protected Task SendForTask(VoidRequest request, CancellationToken cancellationToken)
    {
        Send(request, cancellationToken);
        return request.Response;
    }

    private protected ValueTask SendForValueTask(VoidRequest request, CancellationToken cancellationToken)
    {
        Send(request, cancellationToken);
        return new(request.Response);
    }

    private protected Task SendOneWay(VoidRequest request, CancellationToken cancellationToken)
    {
        Send(request, cancellationToken);
        return Done;
    }

    private protected IAsyncEnumerable<T> Enumerate<T>(EnumerableRequest<T> request, CancellationToken cancellationToken) =>
        new GrainEnumerable<T>(this, request, cancellationToken);

    internal void Send(Request request, CancellationToken cancellationToken)
    {
        request.Context = RequestContext.Export();
        if (cancellationToken.CanBeCanceled)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                request.TryFail(new OperationCanceledException(cancellationToken));
                return;
            }

            request.Cancellation = new CallCancellation(request, cancellationToken);
            request.Cancellation.Listen();
        }

        try
        {
            if (_target is null || !_target.TryAccept(request))
                _target = _origin.Silo.Route(GrainId, request);
        }
        catch (OrleansException exception)
        {
            request.TryFail(exception);
        }
    }
}
