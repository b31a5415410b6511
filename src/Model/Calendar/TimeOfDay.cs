using System.Globalization;
using System.Text.Json.Serialization;
using Territory.Model.Quantities;

namespace Territory.Model.Calendar;

/// <summary>Seconds from the region's local midnight. A shift that runs past midnight keeps counting above 24 hours.</summary>
[JsonConverter(typeof(QuantityConverter<TimeOfDay>))]
public readonly record struct TimeOfDay(int Seconds) : IQuantity<TimeOfDay>, IComparable<TimeOfDay>
{
    public static TimeOfDay Midnight => default;

    public static TimeOfDay EndOfDay => new(24 * 3600);

    long IQuantity<TimeOfDay>.Amount => Seconds;

    static TimeOfDay IQuantity<TimeOfDay>.Of(long amount) => new(checked((int)amount));

    public static TimeOfDay At(int hour, int minute = 0) => new((hour * 3600) + (minute * 60));

    public static TimeOfDay operator +(TimeOfDay time, Duration duration) => new(checked(time.Seconds + duration.Seconds));

    public static Duration operator -(TimeOfDay a, TimeOfDay b) => new(checked(a.Seconds - b.Seconds));

    public static bool operator <(TimeOfDay a, TimeOfDay b) => a.Seconds < b.Seconds;

    public static bool operator >(TimeOfDay a, TimeOfDay b) => a.Seconds > b.Seconds;

    public static bool operator <=(TimeOfDay a, TimeOfDay b) => a.Seconds <= b.Seconds;

    public static bool operator >=(TimeOfDay a, TimeOfDay b) => a.Seconds >= b.Seconds;

    public int CompareTo(TimeOfDay other) => Seconds.CompareTo(other.Seconds);

    /// <summary>"HH:mm", or "HH:mm:ss" when there are seconds; hours may pass 24.</summary>
    public override string ToString() => Seconds % 60 == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{Seconds / 3600:00}:{Seconds / 60 % 60:00}")
        : string.Create(CultureInfo.InvariantCulture, $"{Seconds / 3600:00}:{Seconds / 60 % 60:00}:{Seconds % 60:00}");
}
