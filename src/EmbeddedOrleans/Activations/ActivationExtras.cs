using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime.Timers;

namespace Orleans.Runtime.Activations;

/// <summary>What only some activations need, apart so that the others stay small.</summary>
internal sealed class ActivationExtras
{
    private readonly List<GrainTimer> _timers = [];
    private readonly Lock _lock = new();
    private IServiceScope? _scope;
    private TaskCompletionSource? _deactivated;
    private bool _ended;

    internal GrainReference? Reference { get; set; }

    internal DeactivationReason Reason { get; set; }

    internal int KeepUntilEpoch { get; set; }

    internal Task Deactivated
    {
        get
        {
            lock (_lock)
            {
                _deactivated ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
                if (_ended)
                    _deactivated.TrySetResult();
                return _deactivated.Task;
            }
        }
    }

    internal IServiceProvider Services(Silo silo)
    {
        lock (_lock)
            return (_scope ??= silo.Services.CreateScope()).ServiceProvider;
    }

    internal void AddTimer(GrainTimer timer)
    {
        lock (_lock)
            _timers.Add(timer);
    }

    internal void RemoveTimer(GrainTimer timer)
    {
        lock (_lock)
            _timers.Remove(timer);
    }

    internal void StopTimers()
    {
        GrainTimer[] timers;
        lock (_lock)
            timers = [.. _timers];
        foreach (var timer in timers)
            timer.Dispose();
    }

    internal void End()
    {
        StopTimers();
        lock (_lock)
        {
            _ended = true;
            _deactivated?.TrySetResult();
        }

        _scope?.Dispose();
    }
}
