using Territory.Roads.Network;

namespace Territory.Roads.Profiles;

/// <summary>How speeds change over a working day (分时段速度): slots of the day and, for each, a factor by road class and by named zone.</summary>
/// <remarks>A factor multiplies the speed: 0.5 takes twice as long. Slots follow each other; the last one runs over midnight to the first.</remarks>
public sealed class TimeFactors
{
    public const int MaxSlots = 8;

    private readonly int[] startMinutes;
    private readonly double[] classFactors;
    private readonly Dictionary<string, double[]> zoneFactors;

    /// <param name="starts">Ascending, one to eight.</param>
    /// <param name="classFactors">By class, then by slot.</param>
    /// <param name="zoneFactors">By slot for each named zone.</param>
    internal TimeFactors(IReadOnlyList<TimeOnly> starts, double[] classFactors, Dictionary<string, double[]> zoneFactors)
    {
        SlotStarts = starts;
        startMinutes = [.. starts.Select(start => (start.Hour * 60) + start.Minute)];
        this.classFactors = classFactors;
        this.zoneFactors = zoneFactors;
    }

    /// <summary>One slot all day, in which nothing changes.</summary>
    public static TimeFactors None { get; } = new([TimeOnly.MinValue], [.. Enumerable.Repeat(1.0, RoadClassExtensions.Count)], []);

    public IReadOnlyList<TimeOnly> SlotStarts { get; }

    public int SlotCount => SlotStarts.Count;

    public IReadOnlyCollection<string> Zones => zoneFactors.Keys;

    public double Of(RoadClass roadClass, int slot) => classFactors[((int)roadClass * SlotCount) + slot];

    /// <summary>1 for a zone that the profile does not name.</summary>
    public double Of(string zone, int slot) => zoneFactors.TryGetValue(zone, out var factors) ? factors[slot] : 1;

    /// <summary>The slot that a time of day falls into.</summary>
    public int SlotAt(TimeOnly time)
    {
        var slot = SlotCount - 1;
        for (var i = 0; i < SlotCount && SlotStarts[i] <= time; i++)
            slot = i;
        return slot;
    }

    /// <summary>The time halfway through a slot.</summary>
    public TimeOnly MiddleOf(int slot)
    {
        var (start, end) = MinutesOf(slot);
        return TimeOnly.MinValue.AddMinutes((start + end) / 2);
    }

    /// <summary>Minutes of the day; the end is past 24:00 where the slot runs over midnight.</summary>
    internal (int Start, int End) MinutesOf(int slot) => slot + 1 < SlotCount
        ? (startMinutes[slot], startMinutes[slot + 1])
        : (startMinutes[slot], startMinutes[0] + WeeklySchedule.MinutesPerDay);
}
