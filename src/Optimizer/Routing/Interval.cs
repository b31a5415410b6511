namespace Territory.Optimizer.Routing;

/// <summary>Times within which something may start, both ends included, in the problem's unit of time.</summary>
public readonly record struct Interval(long Early, long Late)
{
    /// <summary>A time later than any that a problem uses; sums of several thousand of it still fit in a long.</summary>
    public const long Unbounded = 1L << 45;

    public static Interval Always => new(0, Unbounded);

    public bool IsEmpty => Late < Early;
}
