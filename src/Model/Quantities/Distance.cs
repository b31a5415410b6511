using System.Text.Json.Serialization;

namespace Territory.Model.Quantities;

/// <summary>A road distance in whole metres.</summary>
[JsonConverter(typeof(QuantityConverter<Distance>))]
public readonly record struct Distance(int Meters) : IQuantity<Distance>, IComparable<Distance>
{
    public static Distance Zero => default;

    public double Kilometers => Meters / 1000.0;

    long IQuantity<Distance>.Amount => Meters;

    static Distance IQuantity<Distance>.Of(long amount) => new(checked((int)amount));

    public static Distance operator +(Distance a, Distance b) => new(checked(a.Meters + b.Meters));

    public static Distance operator -(Distance a, Distance b) => new(checked(a.Meters - b.Meters));

    public static bool operator <(Distance a, Distance b) => a.Meters < b.Meters;

    public static bool operator >(Distance a, Distance b) => a.Meters > b.Meters;

    public static bool operator <=(Distance a, Distance b) => a.Meters <= b.Meters;

    public static bool operator >=(Distance a, Distance b) => a.Meters >= b.Meters;

    public int CompareTo(Distance other) => Meters.CompareTo(other.Meters);

    public override string ToString() => $"{Meters} m";
}
