namespace Territory.Optimizer.Routing;

/// <summary>How long the roads of a kind of vehicle take by time of day: at a speed for all of them, or with durations of their own in each slot.</summary>
/// <remarks>A leg of it (<see cref="TravelLeg"/>) does the sums. Memory: the matrices of the slots are shared by all who drive by them.</remarks>
internal sealed class TravelClock
{
    private readonly long[] from;
    private readonly long[] speed;
    private readonly ArcLengths[] slots;

    public TravelClock(IReadOnlyList<SpeedPeriod> periods)
    {
        var known = periods[0].From > 0 ? periods.Prepend(new SpeedPeriod(0, (int)TravelLeg.Full)).ToArray() : [.. periods];
        from = [.. known.Select(period => period.From)];
        speed = [.. known.Select(period => (long)period.SpeedPermille)];
        slots = [];
        Quickenings = [.. Enumerable.Range(1, from.Length - 1).Where(period => speed[period] > speed[period - 1]).Select(period => from[period])];
    }

    /// <param name="slots">The first from time 0 on.</param>
    /// <param name="permille">The speed of the vehicle, as of a vehicle type.</param>
    public TravelClock(IReadOnlyList<TravelSlot> slots, int permille)
    {
        from = [.. slots.Select(slot => slot.From)];
        speed = [];
        // The slots of a second day are the matrices of the first once more.
        var scaled = slots.Select(slot => slot.Durations).Distinct().ToDictionary(durations => durations, durations => durations.AtSpeed(permille));
        this.slots = [.. slots.Select(slot => scaled[slot.Durations])];
        HasGaps = scaled.Values.Any(durations => durations.HasGaps);
        var quicker = new Dictionary<(ArcLengths Before, ArcLengths After), bool>();
        Quickenings = [.. Enumerable.Range(1, from.Length - 1).Where(slot =>
        {
            var pair = (this.slots[slot - 1], this.slots[slot]);
            return quicker.TryGetValue(pair, out var isQuicker) ? isQuicker : quicker[pair] = pair.Item2.IsShorterSomewhere(pair.Item1);
        }).Select(slot => from[slot])];
    }

    /// <summary>When some road begins to take less time.</summary>
    public IReadOnlyList<long> Quickenings { get; }

    /// <summary>Whether the roads have durations of their own in each period, and not all the same speed.</summary>
    public bool HasSlots => slots.Length > 0;

    /// <summary>Whether there is a slot in which some road is closed.</summary>
    public bool HasGaps { get; }

    public int Periods => from.Length;

    /// <summary>The end of a period; of the last one there is none.</summary>
    public long EndOf(int period) => period + 1 < from.Length ? from[period + 1] : long.MaxValue;

    /// <summary>The speed in a period in thousandths; only without slots.</summary>
    public long SpeedIn(int period) => speed[period];

    /// <summary>How long a road takes who drives all of it in a slot, or <see cref="ProblemData.NoRoad"/>; only with slots.</summary>
    public int DurationIn(int period, int origin, int target) => slots[period].Between(origin, target);

    /// <summary>The period that holds this time.</summary>
    public int PeriodAt(long time)
    {
        var period = 0;
        while (period + 1 < from.Length && from[period + 1] <= time)
            period++;
        return period;
    }
}
