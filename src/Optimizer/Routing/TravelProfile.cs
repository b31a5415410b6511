namespace Territory.Optimizer.Routing;

/// <summary>The roads as one kind of vehicle finds them, over the same locations as the problem's own lengths.</summary>
/// <param name="Durations">Where there are <see cref="Slots"/>, no more than any of them: what the search bounds a day by, and what counts as time on the road.</param>
public sealed record TravelProfile(ArcLengths Distances, ArcLengths Durations)
{
    /// <summary>What each arc costs beside its distance and duration, for example tolls; null: nothing.</summary>
    public ArcLengths? Prices { get; init; }

    /// <summary>
    /// Durations by time of day, the first from time 0 on, each until the next begins; none where they are the same at any hour. A leg that begins in one slot and ends in another is driven at the pace of each.
    /// The last has a road wherever there is any, so that whoever waits for one arrives.
    /// </summary>
    public IReadOnlyList<TravelSlot> Slots { get; init; } = [];

    /// <summary>The roads of slots, with the least of their durations as <see cref="Durations"/>.</summary>
    public static TravelProfile OfSlots(ArcLengths distances, IReadOnlyList<TravelSlot> slots)
    {
        ArgumentNullException.ThrowIfNull(slots);
        return new TravelProfile(distances, ArcLengths.LeastOf([.. slots.Select(slot => slot.Durations)])) { Slots = slots };
    }
}
