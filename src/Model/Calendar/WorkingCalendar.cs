namespace Territory.Model.Calendar;

/// <summary>The region's working days (工作日历): a weekly pattern, holidays taken out, make-up days put in (调休).</summary>
public sealed record WorkingCalendar(Weekdays WorkingWeekdays, IReadOnlyList<DateOnly> Holidays, IReadOnlyList<DateOnly> ExtraWorkingDays)
{
    private const int SearchLimitDays = 366;

    public static WorkingCalendar SixDayWeek { get; } = new(Weekdays.MondayToSaturday, [], []);

    public bool IsWorkingDay(DateOnly date) =>
        ExtraWorkingDays.Contains(date) || (WorkingWeekdays.Includes(date.DayOfWeek) && !Holidays.Contains(date));

    /// <summary>The first working day after <paramref name="date"/>.</summary>
    /// <exception cref="InvalidOperationException">The calendar has no working day within a year.</exception>
    public DateOnly NextWorkingDay(DateOnly date)
    {
        for (var ahead = 1; ahead <= SearchLimitDays; ahead++)
        {
            if (IsWorkingDay(date.AddDays(ahead)))
                return date.AddDays(ahead);
        }

        throw new InvalidOperationException($"The working calendar has no working day within a year after {date:O}; give it at least one weekday.");
    }

    /// <summary>Working days after <paramref name="from"/> up to and including <paramref name="to"/>.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var date = from.AddDays(1); date <= to; date = date.AddDays(1))
        {
            if (IsWorkingDay(date))
                count++;
        }

        return count;
    }

    public bool Equals(WorkingCalendar? other) =>
        other is not null && WorkingWeekdays == other.WorkingWeekdays
        && Holidays.SequenceEqual(other.Holidays) && ExtraWorkingDays.SequenceEqual(other.ExtraWorkingDays);

    public override int GetHashCode() => HashCode.Combine(WorkingWeekdays, Holidays.Count, ExtraWorkingDays.Count);
}
