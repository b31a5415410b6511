using System.Text.Json.Serialization;

namespace Territory.Model.Quantities;

/// <summary>A length of time in whole seconds.</summary>
[JsonConverter(typeof(QuantityConverter<Duration>))]
public readonly record struct Duration(int Seconds) : IQuantity<Duration>, IComparable<Duration>
{
    public static Duration Zero => default;

    public double Minutes => Seconds / 60.0;

    public double Hours => Seconds / 3600.0;

    long IQuantity<Duration>.Amount => Seconds;

    static Duration IQuantity<Duration>.Of(long amount) => new(checked((int)amount));

    public static Duration FromMinutes(int minutes) => new(checked(minutes * 60));

    public TimeSpan ToTimeSpan() => TimeSpan.FromSeconds(Seconds);

    public static Duration operator +(Duration a, Duration b) => new(checked(a.Seconds + b.Seconds));

    public static Duration operator -(Duration a, Duration b) => new(checked(a.Seconds - b.Seconds));

    public static bool operator <(Duration a, Duration b) => a.Seconds < b.Seconds;

    public static bool operator >(Duration a, Duration b) => a.Seconds > b.Seconds;

    public static bool operator <=(Duration a, Duration b) => a.Seconds <= b.Seconds;

    public static bool operator >=(Duration a, Duration b) => a.Seconds >= b.Seconds;

    public int CompareTo(Duration other) => Seconds.CompareTo(other.Seconds);

    public override string ToString() => $"{Seconds} s";
}
