using Territory.Model.Calendar;
using Territory.Model.Terminals;

namespace Territory.Simulation.Market.Rules;

/// <summary>How an outlet's demand of a day spreads over its opening hours (时段分布).</summary>
/// <remarks>
/// Each hour of the day has a whole weight by kind of outlet; the cumulative profile C(t) is the weight of the open seconds up to t, and the
/// share of an interval is (C(to) - C(from)) / C(24:00). C is a whole number, so the shares of any split of the day add up to exactly 1.
/// Hours after midnight belong to no day: an outlet's day ends at 24:00.
/// </remarks>
public sealed class DayProfile
{
    private const int SecondsPerHour = 3600;

    private static readonly TimeWindow UsualHours = new(TimeOfDay.At(7), TimeOfDay.At(21, 30));

    private static readonly int[] Shop = [1, 1, 1, 1, 1, 2, 5, 8, 8, 7, 7, 8, 8, 6, 6, 7, 8, 11, 13, 12, 10, 7, 4, 2];
    private static readonly int[] Meals = [1, 1, 1, 1, 1, 1, 2, 3, 2, 2, 6, 14, 13, 5, 2, 2, 5, 13, 16, 13, 8, 4, 3, 2];
    private static readonly int[] Late = [6, 4, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 4, 7, 11, 14, 15, 14, 10];
    private static readonly int[] Daytime = [1, 1, 1, 1, 1, 1, 3, 7, 9, 11, 11, 12, 10, 8, 9, 9, 9, 7, 4, 3, 2, 1, 1, 1];

    private readonly int[] weights;
    private readonly TimeWindow[] open;
    private readonly long total;

    private DayProfile(int[] weights, TimeWindow[] open)
    {
        this.weights = weights;
        this.open = open;
        total = Cumulative(TimeOfDay.EndOfDay);
    }

    /// <summary>Whether the outlet does not open at all.</summary>
    public bool IsClosedAllDay => open.Length == 0;

    /// <summary>The last closing time of the day.</summary>
    public TimeOfDay Closes => open.Length == 0 ? TimeOfDay.Midnight : open[^1].End;

    public static DayProfile Of(TerminalFile terminal, DateOnly date) => new(
        terminal.Kind switch
        {
            TerminalKind.Restaurant => Meals,
            TerminalKind.Nightlife => Late,
            TerminalKind.Special or TerminalKind.Wholesale => Daytime,
            _ => Shop,
        },
        OpenOn(terminal, date.DayOfWeek));

    /// <summary>The part of the day's demand that falls between two times, from 0 to 1.</summary>
    public double Share(TimeOfDay from, TimeOfDay to) => total == 0 || to <= from ? 0 : (double)(Cumulative(to) - Cumulative(from)) / total;

    public bool IsOpenAt(TimeOfDay time) => Array.Exists(open, window => window.Contains(time));

    /// <summary>The given time if the outlet is open then, else its next opening of the day; null when it does not open again.</summary>
    public TimeOfDay? OpenFrom(TimeOfDay time)
    {
        foreach (var window in open)
        {
            if (time <= window.End)
                return time > window.Start ? time : window.Start;
        }

        return null;
    }

    private long Cumulative(TimeOfDay time)
    {
        var sum = 0L;
        foreach (var window in open)
        {
            var end = Math.Min(window.End.Seconds, time.Seconds);
            for (var at = window.Start.Seconds; at < end;)
            {
                var hour = at / SecondsPerHour;
                var until = Math.Min(end, (hour + 1) * SecondsPerHour);
                sum += (long)weights[hour] * (until - at);
                at = until;
            }
        }

        return sum;
    }

    /// <summary>The opening periods of the day within 0:00 to 24:00, in order and joined where they overlap.</summary>
    private static TimeWindow[] OpenOn(TerminalFile terminal, DayOfWeek day)
    {
        if (terminal.DaysOff.Includes(day))
            return [];
        if (terminal.OpeningHours.IsUnknown)
            return [UsualHours];
        var joined = new List<TimeWindow>();
        var clipped = terminal.OpeningHours.On(day)
            .Select(window => window.Intersect(TimeWindow.WholeDay))
            .Where(window => window.Start < window.End)
            .OrderBy(window => window.Start);
        foreach (var window in clipped)
        {
            if (joined.Count > 0 && window.Start <= joined[^1].End)
                joined[^1] = new TimeWindow(joined[^1].Start, window.End > joined[^1].End ? window.End : joined[^1].End);
            else
                joined.Add(window);
        }

        return [.. joined];
    }
}
