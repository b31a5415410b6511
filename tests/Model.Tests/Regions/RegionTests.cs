using Territory.Model.Calendar;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Regions;

namespace Territory.Model.Tests.Regions;

public sealed class RegionTests
{
    [Fact]
    public void LocalTime_GoesThereAndBack()
    {
        var region = In("Asia/Shanghai");
        var instant = region.ToInstant(new DateOnly(2026, 11, 2), TimeOfDay.At(7, 30));
        instant.ShouldBe(new DateTimeOffset(2026, 11, 1, 23, 30, 0, TimeSpan.Zero));
        region.ToLocal(instant).ShouldBe((new DateOnly(2026, 11, 2), TimeOfDay.At(7, 30)));
    }

    [Fact]
    public void SummerTime_IsTheZones() =>
        In("Europe/Malta").ToInstant(new DateOnly(2026, 7, 1), TimeOfDay.At(12)).ShouldBe(new DateTimeOffset(2026, 7, 1, 10, 0, 0, TimeSpan.Zero));

    private static Region In(string zone) => new()
    {
        Id = new RegionId("r"),
        Name = LocalizedText.Same("r"),
        TimeZone = zone,
        Currency = "CNY",
        Calendar = WorkingCalendar.SixDayWeek,
        Bounds = new GeoBounds(0, 0, 1, 1),
        ClassPolicies = ClassPolicy.Standard,
        MapAttribution = "test",
    };
}
