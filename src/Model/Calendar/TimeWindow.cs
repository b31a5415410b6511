using System.Text.Json.Serialization;
using Territory.Model.Quantities;

namespace Territory.Model.Calendar;

/// <summary>The times of day within which something may start, both ends included.</summary>
public readonly record struct TimeWindow(TimeOfDay Start, TimeOfDay End)
{
    public static TimeWindow WholeDay => new(TimeOfDay.Midnight, TimeOfDay.EndOfDay);

    [JsonIgnore]
    public Duration Length => End - Start;

    [JsonIgnore]
    public bool IsEmpty => End < Start;

    public bool Contains(TimeOfDay time) => time >= Start && time <= End;

    public TimeWindow Intersect(TimeWindow other) => new(Start > other.Start ? Start : other.Start, End < other.End ? End : other.End);

    public override string ToString() => $"{Start}-{End}";
}
