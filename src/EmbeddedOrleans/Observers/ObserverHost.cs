using Orleans.Runtime.Activations;
using Orleans.Runtime.Calls;
using Orleans.Runtime.Filters;

namespace Orleans.Runtime.Observers;

/// <summary>Runs the calls to one observer object, one at a time. The object is held weakly; whoever made it keeps it alive.</summary>
internal sealed class ObserverHost(Silo silo, GrainId grainId, IGrainObserver observer) : RequestHost(silo, grainId)
{
    private static readonly CallFilters None = new([], grainFilters: false);

    private readonly WeakReference<IGrainObserver> _observer = new(observer);

    internal override object? Target => _observer.TryGetTarget(out var target)
        ? target
        : throw new ClientNotAvailableException($"The observer {GrainId} has been collected; whoever made the reference must keep the object alive.");

    internal override CallFilters Filters => None;

    protected override bool IsOpen => true;

    protected override bool NeverInterleaves => true;

    internal bool IsFor(IGrainObserver candidate) => _observer.TryGetTarget(out var target) && ReferenceEquals(target, candidate);

    internal bool IsDead => !_observer.TryGetTarget(out _);

    protected override bool MayInterleave(Request request) => false;

    protected override void OnFirstWait()
    {
    }

    protected override void OnChanged(bool isNothingRunning)
    {
    }

    protected override void OnStart(Request request)
    {
    }
}
