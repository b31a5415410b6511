using Territory.Model.Calendar;
using Territory.Model.Quantities;

namespace Territory.Model.Tests.Calendar;

public sealed class TimeOfDayTests
{
    [Fact]
    public void Time_IsWrittenWithHoursThatMayPassMidnight()
    {
        TimeOfDay.At(7, 5).ToString().ShouldBe("07:05");
        (TimeOfDay.At(23, 30) + Duration.FromMinutes(60)).ToString().ShouldBe("24:30");
        new TimeOfDay(1).ToString().ShouldBe("00:00:01");
    }

    [Fact]
    public void Window_HoldsItsEndsAndIntersects()
    {
        var window = new TimeWindow(TimeOfDay.At(8), TimeOfDay.At(12));
        window.Contains(TimeOfDay.At(12)).ShouldBeTrue();
        window.Intersect(new TimeWindow(TimeOfDay.At(11), TimeOfDay.At(18))).ShouldBe(new TimeWindow(TimeOfDay.At(11), TimeOfDay.At(12)));
        window.Intersect(new TimeWindow(TimeOfDay.At(13), TimeOfDay.At(14))).IsEmpty.ShouldBeTrue();
    }
}
