using Territory.Model.Calendar;
using Territory.Model.Geography;
using Territory.Model.Ids;

namespace Territory.Model.Regions;

/// <summary>A region (区域市场): one market with one time zone, working calendar, currency and road network.</summary>
public sealed record Region
{
    public required RegionId Id { get; init; }

    public required LocalizedText Name { get; init; }

    /// <summary>IANA name, for example "Asia/Shanghai".</summary>
    public required string TimeZone { get; init; }

    /// <summary>ISO 4217 code; every <see cref="Quantities.Money"/> of the region is in its minor unit.</summary>
    public required string Currency { get; init; }

    public required WorkingCalendar Calendar { get; init; }

    public required GeoBounds Bounds { get; init; }

    /// <summary>How often and how long outlets of each class are visited (七定: 定期, 定时).</summary>
    public required IReadOnlyList<ClassPolicy> ClassPolicies { get; init; }

    /// <summary>Where the map data comes from, shown on every map and print.</summary>
    public required string MapAttribution { get; init; }

    public DateTimeOffset ToInstant(DateOnly date, TimeOfDay time)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
        var local = date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified).AddSeconds(time.Seconds);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }

    public (DateOnly Date, TimeOfDay Time) ToLocal(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(TimeZone));
        return (DateOnly.FromDateTime(local.DateTime), new TimeOfDay((int)local.TimeOfDay.TotalSeconds));
    }
}
