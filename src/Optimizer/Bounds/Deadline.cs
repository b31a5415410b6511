namespace Territory.Optimizer.Bounds;

/// <summary>When a bound has to be given as it is.</summary>
internal sealed class Deadline(TimeProvider time, TimeSpan limit, CancellationToken cancellationToken)
{
    private readonly long start = time.GetTimestamp();

    public bool IsOver => cancellationToken.IsCancellationRequested || time.GetElapsedTime(start) >= limit;
}
