namespace Territory.Optimizer.Solving;

/// <summary>When to stop: an iteration limit, a time limit, a cancellation, whichever comes first.</summary>
public sealed class StoppingCriterion(SolveOptions options, TimeProvider time, CancellationToken cancellationToken)
{
    private readonly long start = time.GetTimestamp();
    private readonly long limit = options.Iterations ?? (options.TimeLimit is null ? SolveOptions.DefaultIterations : long.MaxValue);

    public TimeSpan Elapsed => time.GetElapsedTime(start);

    public bool IsCancelled => cancellationToken.IsCancellationRequested;

    /// <summary>How many iterations to do before asking again; zero means stop.</summary>
    public int Grant(long done, int wanted)
    {
        if (done >= limit || cancellationToken.IsCancellationRequested || (options.TimeLimit is { } time && Elapsed >= time))
            return 0;
        return (int)Math.Min(wanted, limit - done);
    }
}
