using System.Text.Json.Serialization;

namespace Territory.Model.Calendar;

/// <summary>When a shop is open, by weekday (营业时间). Several periods a day are several entries.</summary>
public sealed record OpeningHours(IReadOnlyList<OpeningPeriod> Periods)
{
    public static OpeningHours Daily(TimeOfDay opens, TimeOfDay closes) => new([new OpeningPeriod(Weekdays.All, new TimeWindow(opens, closes))]);

    /// <summary>Whether nothing is known, which planning treats as always open.</summary>
    [JsonIgnore]
    public bool IsUnknown => Periods.Count == 0;

    public IEnumerable<TimeWindow> On(DayOfWeek day) => Periods.Where(period => period.Days.Includes(day)).Select(period => period.Hours);

    public bool Equals(OpeningHours? other) => other is not null && Periods.SequenceEqual(other.Periods);

    public override int GetHashCode() => Periods.Aggregate(17, HashCode.Combine);
}
