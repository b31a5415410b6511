using Territory.Model.Calendar;
using Territory.Roads.Network;

namespace Territory.Roads.Tests.Network;

public sealed class WeeklyScheduleTests
{
    /// <summary>Every minute of random weeks against the definition: the minute lies in a window of its day, or in one of an earlier day that runs past midnight.</summary>
    [Fact]
    public void Of_RandomHours_ContainsTheMinutesOfTheDefinition()
    {
        var random = new Random(11);
        for (var round = 0; round < 40; round++)
        {
            var periods = Enumerable.Range(0, random.Next(1, 4)).Select(_ =>
            {
                var start = random.Next(24 * 60);
                return new OpeningPeriod((Weekdays)random.Next(1, 128), new TimeWindow(new TimeOfDay(start * 60), new TimeOfDay((start + random.Next(1, 30 * 60)) * 60)));
            }).ToArray();
            var schedule = WeeklySchedule.Of(new OpeningHours(periods));
            for (var minute = 0; minute < WeeklySchedule.MinutesPerWeek; minute += 7)
            {
                var expected = periods.Any(period => Enumerable.Range(0, 7).Any(day =>
                    period.Days.HasFlag((Weekdays)(1 << day))
                    && Enumerable.Range(0, 2).Any(week => Lies(minute + (week * WeeklySchedule.MinutesPerWeek) - (day * WeeklySchedule.MinutesPerDay), period.Hours))));
                schedule.Contains(Moment(minute)).ShouldBe(expected, $"round {round}, minute {minute}, {schedule}");
            }
        }

        static bool Lies(int minuteOfDay, TimeWindow window) => minuteOfDay * 60 >= window.Start.Seconds && minuteOfDay * 60 < window.End.Seconds;
    }

    [Fact]
    public void WorkdayShare_OfASlot_CountsMondayToFriday()
    {
        var mondays = WeeklySchedule.Of(new OpeningHours([new OpeningPeriod(Weekdays.Monday | Weekdays.Sunday, new TimeWindow(TimeOfDay.At(7), TimeOfDay.At(9)))]));

        mondays.WorkdayShare(7 * 60, 9 * 60).ShouldBe(0.2);
        mondays.WorkdayShare(8 * 60, 12 * 60).ShouldBe(0.05);
        mondays.WorkdayShare(9 * 60, 12 * 60).ShouldBe(0);
    }

    [Fact]
    public void IsAlways_OfTheWholeWeek_IsTrue()
    {
        WeeklySchedule.Of(new OpeningHours([new OpeningPeriod(Weekdays.All, TimeWindow.WholeDay)])).IsAlways.ShouldBeTrue();
        WeeklySchedule.Of(new OpeningHours([new OpeningPeriod(Weekdays.MondayToSaturday, TimeWindow.WholeDay)])).IsAlways.ShouldBeFalse();
    }

    [Fact]
    public void Equals_SameMinutes_WhateverTheWriting()
    {
        var one = WeeklySchedule.Of(new OpeningHours([new OpeningPeriod(Weekdays.Monday, new TimeWindow(TimeOfDay.At(7), TimeOfDay.At(9)))]));
        var two = WeeklySchedule.Of(new OpeningHours(
            [new OpeningPeriod(Weekdays.Monday, new TimeWindow(TimeOfDay.At(8), TimeOfDay.At(9))), new OpeningPeriod(Weekdays.Monday, new TimeWindow(TimeOfDay.At(7), TimeOfDay.At(8)))]));

        one.ShouldBe(two);
        one.GetHashCode().ShouldBe(two.GetHashCode());
    }

    [Theory]
    [InlineData(new int[0])]
    [InlineData(new[] { 5 })]
    [InlineData(new[] { 5, 5 })]
    [InlineData(new[] { 9, 5 })]
    [InlineData(new[] { -1, 5 })]
    [InlineData(new[] { 0, 10_081 })]
    public void Constructor_UnsoundBounds_AreRefused(int[] bounds) => Should.Throw<InvalidDataException>(() => new WeeklySchedule(bounds));

    private static MomentOfWeek Moment(int minute) =>
        new((DayOfWeek)(((minute / WeeklySchedule.MinutesPerDay) + 1) % 7), new TimeOfDay(minute % WeeklySchedule.MinutesPerDay * 60));
}
