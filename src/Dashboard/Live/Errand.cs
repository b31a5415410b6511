using Microsoft.Extensions.Logging;

namespace Territory.Dashboard.Live;

/// <summary>Something to be done now and then, never twice at once; a failure is logged and tried again when it is next due.</summary>
internal sealed partial class Errand(string name, TimeSpan every, Func<CancellationToken, Task> run, TimeProvider time)
{
    private long _startedAt;
    private bool _hasRun;

    /// <summary>Ends when what is being done now is done; it does not fail.</summary>
    public Task Ended { get; private set; } = Task.CompletedTask;

    public void RunIfDue(ILogger logger, CancellationToken cancellationToken)
    {
        if (!Ended.IsCompleted || (_hasRun && time.GetElapsedTime(_startedAt) < every * 0.9))
            return;
        _startedAt = time.GetTimestamp();
        _hasRun = true;
        Ended = RunAsync(logger, cancellationToken);
    }

    private async Task RunAsync(ILogger logger, CancellationToken cancellationToken)
    {
        try
        {
            await run(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The host is stopping.
        }
        catch (Exception exception)
        {
            Failed(logger, exception, name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The live feed could not do \"{Errand}\"; it tries again.")]
    private static partial void Failed(ILogger logger, Exception exception, string errand);
}
