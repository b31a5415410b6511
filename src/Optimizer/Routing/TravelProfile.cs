namespace Territory.Optimizer.Routing;

/// <summary>The roads as one kind of vehicle finds them, over the same locations as the problem's own lengths.</summary>
public sealed record TravelProfile(ArcLengths Distances, ArcLengths Durations)
{
    /// <summary>What each arc costs beside its distance and duration, for example tolls; null: nothing.</summary>
    public ArcLengths? Prices { get; init; }
}
