using Territory.Contracts;
using Territory.Contracts.Lab;

namespace Territory.Grains.Lab.Jobs;

/// <summary>A long computation of the lab from its start to its end. Written by the threads that compute, read by anyone.</summary>
internal abstract class LabJob(string id, CommandHeader header, TimeProvider time)
{
    private readonly CancellationTokenSource stopping = new();
    private long? startedAt;

    public string Id => id;

    public CommandHeader Header => header;

    /// <summary>Fires when it is to end with what it has found.</summary>
    public CancellationToken Stopping => stopping.Token;

    public TimeSpan Elapsed
    {
        get
        {
            lock (Gate)
                return startedAt is { } since ? time.GetElapsedTime(since) : TimeSpan.Zero;
        }
    }

    protected LabRunState State => startedAt is null ? LabRunState.Waiting : LabRunState.Running;

    /// <summary>Guards what is told of the job while it goes on.</summary>
    protected Lock Gate { get; } = new();

    /// <summary>Its turn has come.</summary>
    public void Begin()
    {
        lock (Gate)
            startedAt = time.GetTimestamp();
    }

    public void Stop() => stopping.Cancel();

    /// <param name="threads">As many as it may use.</param>
    /// <param name="closing">The process ends.</param>
    /// <exception cref="OperationCanceledException">It was ended before there was anything to be kept.</exception>
    public abstract LabJobResult Work(int threads, CancellationToken closing);

    /// <summary>The end of a job that gave nothing.</summary>
    /// <param name="error">Why it failed.</param>
    public abstract LabJobResult WithoutResult(LabRunEnd end, string? error);

    public abstract Task<CommandResult> RecordAsync(RecordLabText command);
}
