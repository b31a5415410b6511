using System.Runtime.CompilerServices;

namespace Territory.Optimizer.Routing;

/// <summary>The timing of a sequence of stops, so that two sequences are joined without looking inside them.</summary>
/// <param name="Duration">Least time from the start of service at the first stop to the end of service at the last: travel, service and waiting.</param>
/// <param name="TimeWarp">How much time would have to be given back to keep every window; zero for a feasible sequence.</param>
/// <param name="Early">Earliest start at which the duration is least.</param>
/// <param name="Late">Latest start at which the time warp is least.</param>
/// <remarks>
/// Algorithm: concatenation of (duration, time warp, earliest, latest). Complexity: O(1) a join.
/// Source: Vidal, Crainic, Gendreau and Prins, A hybrid genetic algorithm with adaptive diversity management for vehicle routing with time windows (2013).
/// </remarks>
public readonly record struct TimeWindowSegment(long Duration, long TimeWarp, long Early, long Late)
{
    /// <summary>When the last stop is done if the sequence starts as early as is sensible.</summary>
    public long EarliestFinish => Early + Duration - TimeWarp;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TimeWindowSegment Merge(in TimeWindowSegment first, long travel, in TimeWindowSegment second)
    {
        var delta = first.Duration - first.TimeWarp + travel;
        var wait = Math.Max(second.Early - delta - first.Late, 0);
        var warp = Math.Max(first.Early + delta - second.Late, 0);
        return new TimeWindowSegment(
            first.Duration + second.Duration + travel + wait,
            first.TimeWarp + second.TimeWarp + warp,
            Math.Max(second.Early - delta, first.Early) - wait,
            Math.Min(second.Late - delta, first.Late) + warp);
    }
}
