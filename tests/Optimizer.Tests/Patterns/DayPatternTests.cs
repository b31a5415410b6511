using Territory.Optimizer.Patterns;

namespace Territory.Optimizer.Tests.Patterns;

public sealed class DayPatternTests
{
    /// <summary>The example of Cordeau's description of the format: in a week of five days 10 is 01010, the second day and the fourth.</summary>
    [Fact]
    public void FromCordeau_TenOfFiveDays_IsTheSecondDayAndTheFourth()
    {
        var pattern = DayPattern.FromCordeau(10, 5);

        Enumerable.Range(0, 5).Where(pattern.Includes).ShouldBe([1, 3]);
        pattern.ShouldBe(DayPattern.OnDays(5, 3, 1));
        pattern.ToString().ShouldBe("01010");
        pattern.Visits.ShouldBe(2);
        (pattern.ShortestGapDays, pattern.LongestGapDays).ShouldBe((2, 3));
    }

    [Fact]
    public void ToCordeau_EveryPatternOfShortPeriodsAndDrawnOnesOfLong_ComesBack()
    {
        var random = new Random(3);
        for (var days = 1; days <= DayPattern.MostDays; days++)
        {
            for (var i = 0UL; i < 300; i++)
            {
                var number = (days <= 8 ? i : (ulong)random.NextInt64(long.MinValue, long.MaxValue)) & (ulong.MaxValue >> (64 - days));
                var pattern = DayPattern.FromCordeau(number, days);

                pattern.ToCordeau().ShouldBe(number);
                pattern.ToString().ShouldBe(string.Concat(Enumerable.Range(0, days).Select(day => pattern.Includes(day) ? '1' : '0')));
                pattern.ToString().ShouldBe(number.ToString("B", null).PadLeft(days, '0'));
            }
        }
    }

    [Fact]
    public void Gaps_DrawnPatterns_AreThoseCountedDayByDayAroundThePeriod()
    {
        for (var number = 1UL; number < 1 << 9; number++)
        {
            var pattern = DayPattern.FromCordeau(number, 9);
            var gaps = Enumerable.Range(0, 9).Where(pattern.Includes).Select(day => Enumerable.Range(1, 9).First(ahead => pattern.Includes((day + ahead) % 9))).ToArray();

            (pattern.ShortestGapDays, pattern.LongestGapDays).ShouldBe((gaps.Min(), gaps.Max()), $"{pattern}");
        }
    }

    [Fact]
    public void OutOfRange_IsRefused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => DayPattern.FromCordeau(32, 5));
        Should.Throw<ArgumentOutOfRangeException>(() => DayPattern.FromCordeau(1, 65));
        Should.Throw<ArgumentOutOfRangeException>(() => DayPattern.FromCordeau(0, 0));
        Should.Throw<ArgumentOutOfRangeException>(() => DayPattern.OnDays(5, 5));
        Should.Throw<ArgumentOutOfRangeException>(() => DayPattern.OnDays(5, -1));
        DayPattern.OnDays(64, 63).Includes(64).ShouldBeFalse();
        DayPattern.FromCordeau(ulong.MaxValue, 64).Visits.ShouldBe(64);
    }
}
