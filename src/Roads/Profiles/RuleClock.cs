using Territory.Roads.Network;

namespace Territory.Roads.Profiles;

/// <summary>The time for which timed rules are asked: a minute of the week, or a slot of the working day.</summary>
internal readonly record struct RuleClock
{
    /// <summary>A rule is in force in a slot when it covers more than this share of it from Monday to Friday.</summary>
    private const double MostOfASlot = 0.5;

    private readonly int minuteOfWeek;
    private readonly (int Start, int End)? slot;

    public RuleClock(int minuteOfWeek) => this.minuteOfWeek = minuteOfWeek;

    public RuleClock((int Start, int End) slot) => this.slot = slot;

    /// <param name="schedule">Null: always in force.</param>
    public bool IsInForce(WeeklySchedule? schedule)
    {
        if (schedule is null)
            return true;
        return slot is { } minutes ? schedule.WorkdayShare(minutes.Start, minutes.End) > MostOfASlot : schedule.Contains(minuteOfWeek);
    }
}
