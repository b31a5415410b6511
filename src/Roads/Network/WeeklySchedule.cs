using Territory.Model.Calendar;

namespace Territory.Roads.Network;

/// <summary>The minutes of a week in which a rule is in force (限行时段), as disjoint intervals; public holidays are not known.</summary>
public sealed class WeeklySchedule : IEquatable<WeeklySchedule>
{
    public const int MinutesPerDay = 24 * 60;

    public const int MinutesPerWeek = 7 * MinutesPerDay;

    private const int WorkingDays = 5;

    private readonly int[] bounds;

    /// <summary>Start, end, start, end: minutes from Monday 00:00, ascending, each end excluded.</summary>
    /// <exception cref="InvalidDataException">The bounds are none, do not ascend, or leave the week.</exception>
    internal WeeklySchedule(int[] bounds)
    {
        var isSound = bounds.Length is > 0 and <= MinutesPerWeek && bounds.Length % 2 == 0 && bounds[0] >= 0 && bounds[^1] <= MinutesPerWeek;
        for (var i = 1; i < bounds.Length && isSound; i++)
            isSound = bounds[i] > bounds[i - 1];
        this.bounds = isSound ? bounds : throw new InvalidDataException("The bounds of a weekly schedule do not ascend within a week.");
    }

    public bool IsAlways => bounds is [0, MinutesPerWeek];

    internal ReadOnlySpan<int> Bounds => bounds;

    /// <summary>The same minutes as opening hours that are known; windows past midnight run into the next day.</summary>
    /// <exception cref="ArgumentException">The hours hold not one whole minute.</exception>
    public static WeeklySchedule Of(OpeningHours hours)
    {
        ArgumentNullException.ThrowIfNull(hours);
        var inForce = new bool[MinutesPerWeek];
        foreach (var period in hours.Periods)
        {
            for (var day = 0; day < 7; day++)
            {
                if ((period.Days & (Weekdays)(1 << day)) != Weekdays.None)
                    Mark(inForce, day * MinutesPerDay, period.Hours);
            }
        }

        var changes = new List<int>();
        for (var minute = 0; minute <= MinutesPerWeek; minute++)
        {
            var isIn = minute < MinutesPerWeek && inForce[minute];
            if (isIn != (changes.Count % 2 == 1))
                changes.Add(minute);
        }

        return changes.Count > 0 ? new WeeklySchedule([.. changes]) : throw new ArgumentException("A weekly schedule needs at least one minute.", nameof(hours));
    }

    public bool Contains(MomentOfWeek moment) => Contains(moment.MinuteOfWeek);

    /// <summary>Which share of a stretch of the day, from 0 to 1, the schedule covers from Monday to Friday.</summary>
    /// <param name="startMinute">Of the day, included.</param>
    /// <param name="endMinute">Of the day, excluded; greater than the start, and past 24:00 where the stretch runs over midnight.</param>
    public double WorkdayShare(int startMinute, int endMinute)
    {
        var covered = 0;
        for (var day = 0; day < WorkingDays; day++)
            covered += Overlap((day * MinutesPerDay) + startMinute, (day * MinutesPerDay) + endMinute);
        return covered / (double)(WorkingDays * (endMinute - startMinute));
    }

    public bool Equals(WeeklySchedule? other) => other is not null && bounds.AsSpan().SequenceEqual(other.bounds);

    public override bool Equals(object? obj) => Equals(obj as WeeklySchedule);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var bound in bounds)
            hash.Add(bound);
        return hash.ToHashCode();
    }

    /// <summary>For example "Mo 07:00-09:00, Mo 17:00-19:00".</summary>
    public override string ToString() => IsAlways
        ? "always"
        : string.Join(", ", Enumerable.Range(0, bounds.Length / 2).Select(i => $"{Name(bounds[2 * i])}-{Name(bounds[(2 * i) + 1])}"));

    internal bool Contains(int minuteOfWeek)
    {
        var place = Array.BinarySearch(bounds, minuteOfWeek);
        return place >= 0 ? place % 2 == 0 : ~place % 2 == 1;
    }

    private static void Mark(bool[] inForce, int midnight, TimeWindow window)
    {
        for (var minute = window.Start.Seconds / 60; minute < Math.Min(window.End.Seconds / 60, (window.Start.Seconds / 60) + MinutesPerWeek); minute++)
            inForce[(midnight + minute) % MinutesPerWeek] = true;
    }

    private static string Name(int minute) => $"{"MoTuWeThFrSaSuMo".AsSpan(minute / MinutesPerDay * 2, 2)} {minute / 60 % 24:00}:{minute % 60:00}";

    private int Overlap(int start, int end)
    {
        var minutes = 0;
        for (var i = 0; i < bounds.Length; i += 2)
            minutes += Math.Max(0, Math.Min(end, bounds[i + 1]) - Math.Max(start, bounds[i]));
        return minutes;
    }
}
