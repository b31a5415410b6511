namespace Territory.Model.Calendar;

public static class WeekdaysExtensions
{
    public static bool Includes(this Weekdays days, DayOfWeek day) => (days & Of(day)) != Weekdays.None;

    public static Weekdays Of(DayOfWeek day) => (Weekdays)(1 << (((int)day + 6) % 7));
}
