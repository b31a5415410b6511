using Territory.Model.Calendar;
using Territory.Model.Regions;

namespace Territory.Optimizer.Visits;

/// <summary>The planned day and the working days of the cycle after it, numbered from 0.</summary>
internal sealed class PlanningDays
{
    private readonly int firstDayNumber;
    private readonly int[] lastWorkingDayUpTo;

    public PlanningDays(WorkingCalendar calendar, DateOnly today)
    {
        firstDayNumber = today.DayNumber;
        lastWorkingDayUpTo = new int[ClassPolicy.CycleDays + 1];
        var dates = new List<DateOnly> { today };
        for (var ahead = 1; ahead <= ClassPolicy.CycleDays; ahead++)
        {
            if (calendar.IsWorkingDay(today.AddDays(ahead)))
                dates.Add(today.AddDays(ahead));
            lastWorkingDayUpTo[ahead] = dates.Count - 1;
        }

        Dates = [.. dates];
    }

    public DateOnly[] Dates { get; }

    public int Count => Dates.Length;

    /// <summary>The last working day on or before a date; 0 for a date in the past, the last day for one beyond the cycle.</summary>
    public int UpTo(DateOnly date) => lastWorkingDayUpTo[Math.Clamp(date.DayNumber - firstDayNumber, 0, lastWorkingDayUpTo.Length - 1)];

    public bool Covers(DateOnly date) => date.DayNumber - firstDayNumber < lastWorkingDayUpTo.Length;
}
