namespace Territory.Roads.Reach;

/// <summary>A stretch of road that is passed away from a position, as far as the time lasts.</summary>
/// <param name="Arc">Twice the segment, plus one when it is passed from To to From.</param>
/// <param name="FromFraction">Where on the arc it begins, by length from the arc's start.</param>
/// <param name="EntryMilliseconds">How late it is there.</param>
/// <param name="ArcMilliseconds">What the whole arc takes, at least 1.</param>
internal readonly record struct ReachedStretch(int Arc, double FromFraction, int EntryMilliseconds, int ArcMilliseconds)
{
    /// <summary>How far along the arc one is when the time is up: below <see cref="FromFraction"/> for one that is not reached in time.</summary>
    public double FractionAt(int milliseconds) =>
        milliseconds < EntryMilliseconds ? -1 : Math.Min(1, FromFraction + ((double)(milliseconds - EntryMilliseconds) / ArcMilliseconds));
}
