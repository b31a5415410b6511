namespace Orleans.Runtime.Activations;

/// <summary>The life of an activation: made by its first request, ended by a wish, by idleness or by the silo's stop.</summary>
internal sealed partial class Activation
{
    private ActivationState _state;
    private bool _isLeaving;
    private int _lastUse;
    private object? _grain;

    internal bool IsGone => _state == ActivationState.Gone;

    protected override bool IsOpen => _state == ActivationState.Active && !_isLeaving;

    protected override void OnFirstWait()
    {
        if (_state == ActivationState.Created)
            BeginActivating();
    }

    protected override void OnChanged(bool isNothingRunning)
    {
        if (_isLeaving && isNothingRunning && _state == ActivationState.Active)
            BeginDeactivating();
    }

    private void Leave(DeactivationReason reason)
    {
        if (_isLeaving || IsGone)
            return;

        _isLeaving = true;
        Extras.Reason = reason;
        CheckWaiting();
        if (_state == ActivationState.Created)
            End(null);
    }

    private void BeginActivating()
    {
        _state = ActivationState.Activating;
        _lastUse = Silo.Collector.Epoch;
        var activating = Task.CompletedTask;
        try
        {
            RequestContext.Import(FirstWaiting?.Context);
            _grain = Class.Construct(this);
            if (Class.HasActivate)
                activating = ((IGrainBase)_grain).OnActivateAsync(Silo.Stopping);
        }
        catch (Exception exception)
        {
            activating = Task.FromException(exception);
        }

        if (activating.IsCompletedSuccessfully)
            EndActivating();
        else
            AwaitActivating(activating);
    }

    private async void AwaitActivating(Task activating)
    {
        try
        {
            await activating;
        }
        catch (Exception exception)
        {
            Silo.Log.ActivationFailed(GrainId, exception);
            _extras?.StopTimers();
            await DisposeGrain();
            End(exception);
            return;
        }

        EndActivating();
    }

    private void EndActivating()
    {
        _state = ActivationState.Active;
        CheckWaiting();
    }

    private void BeginDeactivating()
    {
        _state = ActivationState.Deactivating;
        _extras?.StopTimers();
        if (Class.HasDeactivate)
            AwaitDeactivating();
        else
            End(null);
    }

    private async void AwaitDeactivating()
    {
        using var limit = new CancellationTokenSource(Silo.DeactivationTimeout);
        try
        {
            RequestContext.Clear();
            await ((IGrainBase)_grain!).OnDeactivateAsync(Extras.Reason, limit.Token).WaitAsync(limit.Token);
        }
        catch (Exception exception)
        {
            Silo.Log.DeactivationFailed(GrainId, exception);
        }

        await DisposeGrain();
        End(null);
    }

    private async Task DisposeGrain()
    {
        try
        {
            if (_grain is IAsyncDisposable asyncDisposable)
                await asyncDisposable.DisposeAsync();
            else
                (_grain as IDisposable)?.Dispose();
        }
        catch (Exception exception)
        {
            Silo.Log.DeactivationFailed(GrainId, exception);
        }
    }

    protected override void End(Exception? failure)
    {
        if (IsGone)
            return;

        _state = ActivationState.Gone;
        Silo.Remove(this);
        base.End(failure);
        _extras?.End();
    }
}
