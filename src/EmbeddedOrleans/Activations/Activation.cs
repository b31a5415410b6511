using Orleans.Runtime.Calls;
using Orleans.Runtime.Catalog;
using Orleans.Runtime.Filters;
using Orleans.Runtime.Scheduling;
using Orleans.Runtime.Timers;

namespace Orleans.Runtime.Activations;

/// <summary>One activation of a grain. This part is what others ask of it; the other is its life.</summary>
internal sealed partial class Activation : RequestHost, IGrainContext
{
    private ActivationExtras? _extras;

    internal Activation(Silo silo, GrainClass grainClass, GrainId grainId)
        : base(silo, grainId) => Class = grainClass;

    /// <summary>The activation whose turn this thread is running.</summary>
    internal static Activation? OfThisTurn => TurnSlot.Current as Activation;

    public object? GrainInstance => _grain;

    public GrainReference GrainReference => Extras.Reference ??= Silo.References.Create(Class.DefaultInterface, GrainId);

    public IServiceProvider ActivationServices => Extras.Services(Silo);

    public Task Deactivated
    {
        get
        {
            var deactivated = Extras.Deactivated;
            return IsGone ? Task.CompletedTask : deactivated;
        }
    }

    internal GrainClass Class { get; }

    internal override object? Target => _grain;

    internal override CallFilters Filters => Class.Filters;

    protected override bool NeverInterleaves => Class.NeverInterleaves;

    private ActivationExtras Extras
    {
        get
        {
            if (Volatile.Read(ref _extras) is { } extras)
                return extras;
            Interlocked.CompareExchange(ref _extras, new ActivationExtras(), null);
            return _extras!;
        }
    }

    public bool Equals(IGrainContext? other) => ReferenceEquals(this, other);

    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default)
    {
        if (IsRunningHere)
            Leave(deactivationReason);
        else
            TryPost(new HostTurn(host => ((Activation)host).Leave(deactivationReason)));
    }

    internal void DelayDeactivation(TimeSpan timeSpan) => Extras.KeepUntilEpoch = Silo.Collector.EpochAfter(timeSpan);

    internal void AddTimer(GrainTimer timer) => Extras.AddTimer(timer);

    internal void RemoveTimer(GrainTimer timer) => Extras.RemoveTimer(timer);

    /// <summary>Runs in a turn: goes away if it has not been used since the given epoch.</summary>
    internal void LeaveIfIdle(int oldestUse)
    {
        if (IsOpen && IsQuiet && IsIdleSince(oldestUse))
            Leave(new(DeactivationReasonCode.ActivationIdle, "The activation was idle."));
    }

    /// <summary>A guess from another thread whether <see cref="LeaveIfIdle"/> is worth a turn.</summary>
    internal bool IsIdleSince(int oldestUse) =>
        _lastUse <= oldestUse && (_extras is not { } extras || extras.KeepUntilEpoch <= Silo.Collector.Epoch);

    protected override bool MayInterleave(Request request) =>
        Class.IsReentrant || (Class.MayInterleave is { } mayInterleave && request.HasCaller && mayInterleave(request));

    protected override void OnStart(Request request)
    {
        if (request.CountsAsUse)
            _lastUse = Silo.Collector.Epoch;
    }
}
