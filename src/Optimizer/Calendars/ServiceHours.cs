using Territory.Model.Calendar;
using Territory.Model.Terminals;

namespace Territory.Optimizer.Calendars;

/// <summary>The periods in which a terminal is open on a date: sorted, joined where they touch; the whole day when nothing is known, none when it is closed.</summary>
internal static class ServiceHours
{
    public static IReadOnlyList<TimeWindow> Of(TerminalFile terminal, DateOnly date)
    {
        var day = date.DayOfWeek;
        if (terminal.DaysOff.Includes(day) || terminal.Status is TerminalStatus.Closed or TerminalStatus.Paused)
            return [];
        if (terminal.OpeningHours.IsUnknown)
            return [TimeWindow.WholeDay];
        var joined = new List<TimeWindow>();
        foreach (var period in terminal.OpeningHours.On(day).Where(hours => !hours.IsEmpty).OrderBy(hours => hours.Start).ThenBy(hours => hours.End))
        {
            if (joined.Count > 0 && period.Start <= joined[^1].End)
                joined[^1] = new TimeWindow(joined[^1].Start, period.End > joined[^1].End ? period.End : joined[^1].End);
            else
                joined.Add(period);
        }

        return joined;
    }
}
