using System.Text.Json.Serialization;

namespace Territory.Model.Quantities;

/// <summary>A mass in whole grams.</summary>
[JsonConverter(typeof(QuantityConverter<Mass>))]
public readonly record struct Mass(long Grams) : IQuantity<Mass>, IComparable<Mass>
{
    public static Mass Zero => default;

    public double Kilograms => Grams / 1000.0;

    long IQuantity<Mass>.Amount => Grams;

    static Mass IQuantity<Mass>.Of(long amount) => new(amount);

    public static Mass FromKilograms(long kilograms) => new(checked(kilograms * 1000));

    public static Mass operator +(Mass a, Mass b) => new(checked(a.Grams + b.Grams));

    public static Mass operator -(Mass a, Mass b) => new(checked(a.Grams - b.Grams));

    public static Mass operator *(Mass a, int count) => new(checked(a.Grams * count));

    public static bool operator <(Mass a, Mass b) => a.Grams < b.Grams;

    public static bool operator >(Mass a, Mass b) => a.Grams > b.Grams;

    public static bool operator <=(Mass a, Mass b) => a.Grams <= b.Grams;

    public static bool operator >=(Mass a, Mass b) => a.Grams >= b.Grams;

    public int CompareTo(Mass other) => Grams.CompareTo(other.Grams);

    public override string ToString() => $"{Grams} g";
}
