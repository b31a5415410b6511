namespace Territory.Grains.Market;

/// <summary>The pace of the simulated clock: how far it should be by now, and how fast it truly went lately.</summary>
/// <remarks>
/// A short stall is caught up; a clock that is more than <see cref="LongestLag"/> behind lets the rest go, so that it slows instead of racing
/// after a time that it can never reach.
/// </remarks>
internal sealed class MarketPace(TimeProvider time)
{
    public static readonly TimeSpan LongestLag = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    private readonly Queue<(long Stamp, DateTimeOffset Now)> samples = new();
    private DateTimeOffset anchor;
    private long anchorStamp;
    private double speed = 1;

    /// <summary>Starts counting from a simulated moment at a speed.</summary>
    public void Start(DateTimeOffset now, double simulatedPerReal)
    {
        (anchor, anchorStamp, speed) = (now, time.GetTimestamp(), simulatedPerReal);
        samples.Clear();
        samples.Enqueue((anchorStamp, now));
    }

    /// <summary>The simulated moment that is due, given where the clock is.</summary>
    public DateTimeOffset DueFrom(DateTimeOffset now)
    {
        var due = anchor + (time.GetElapsedTime(anchorStamp) * speed);
        var reach = now + (LongestLag * speed);
        if (due <= reach)
            return due;
        // What lies further back than the lag allows is lost for good.
        (anchor, anchorStamp) = (reach, time.GetTimestamp());
        return reach;
    }

    /// <summary>Notes where the clock got to, and gives its true speed over the last seconds.</summary>
    public double Reached(DateTimeOffset now)
    {
        var stamp = time.GetTimestamp();
        samples.Enqueue((stamp, now));
        while (samples.Count > 2 && time.GetElapsedTime(samples.Peek().Stamp, stamp) > Window)
            samples.Dequeue();
        var (oldest, then) = samples.Peek();
        var elapsed = time.GetElapsedTime(oldest, stamp);
        return elapsed > TimeSpan.Zero ? (now - then) / elapsed : 0;
    }
}
