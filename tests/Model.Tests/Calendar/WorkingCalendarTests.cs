using Territory.Model.Calendar;

namespace Territory.Model.Tests.Calendar;

/// <summary>Expected days: China's published arrangement around the National Day of 2026 as an example of holidays and make-up days.</summary>
public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar = new(
        Weekdays.MondayToFriday,
        [.. Enumerable.Range(1, 7).Select(day => new DateOnly(2026, 10, day))],
        [new DateOnly(2026, 10, 10)]);

    [Theory]
    [InlineData("2026-09-30", true)]
    [InlineData("2026-10-01", false)]
    [InlineData("2026-10-08", true)]
    [InlineData("2026-10-10", true)]
    [InlineData("2026-10-11", false)]
    public void Day_IsWorkingByPatternHolidayAndMakeUpDay(string date, bool expected) => Calendar.IsWorkingDay(DateOnly.Parse(date, null)).ShouldBe(expected);

    [Fact]
    public void NextWorkingDay_SkipsTheHoliday() => Calendar.NextWorkingDay(new DateOnly(2026, 9, 30)).ShouldBe(new DateOnly(2026, 10, 8));

    [Fact]
    public void WorkingDaysBetween_CountsTheLastAndNotTheFirst() =>
        Calendar.WorkingDaysBetween(new DateOnly(2026, 9, 30), new DateOnly(2026, 10, 12)).ShouldBe(4);

    [Fact]
    public void CalendarWithoutWorkingDays_SaysSo() =>
        Should.Throw<InvalidOperationException>(() => new WorkingCalendar(Weekdays.None, [], []).NextWorkingDay(new DateOnly(2026, 1, 1)));
}
