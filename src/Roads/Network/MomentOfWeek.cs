using Territory.Model.Calendar;

namespace Territory.Roads.Network;

/// <summary>A weekday and a time of it, local to the road; a time past 24:00 falls on the next day.</summary>
public readonly record struct MomentOfWeek(DayOfWeek Day, TimeOfDay Time)
{
    /// <summary>Minutes from Monday 00:00, 0 to 10,079.</summary>
    public int MinuteOfWeek
    {
        get
        {
            var minute = (((((int)Day + 6) % 7) * WeeklySchedule.MinutesPerDay) + (int)Math.Floor(Time.Seconds / 60.0)) % WeeklySchedule.MinutesPerWeek;
            return minute < 0 ? minute + WeeklySchedule.MinutesPerWeek : minute;
        }
    }
}
