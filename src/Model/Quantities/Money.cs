using System.Text.Json.Serialization;

namespace Territory.Model.Quantities;

/// <summary>An amount in minor units (分) of the currency of the region it belongs to; a region has exactly one currency.</summary>
[JsonConverter(typeof(QuantityConverter<Money>))]
public readonly record struct Money(long MinorUnits) : IQuantity<Money>, IComparable<Money>
{
    public static Money Zero => default;

    long IQuantity<Money>.Amount => MinorUnits;

    static Money IQuantity<Money>.Of(long amount) => new(amount);

    public static Money FromMajor(long major) => new(checked(major * 100));

    public static Money operator +(Money a, Money b) => new(checked(a.MinorUnits + b.MinorUnits));

    public static Money operator -(Money a, Money b) => new(checked(a.MinorUnits - b.MinorUnits));

    public static Money operator *(Money a, int count) => new(checked(a.MinorUnits * count));

    public static bool operator <(Money a, Money b) => a.MinorUnits < b.MinorUnits;

    public static bool operator >(Money a, Money b) => a.MinorUnits > b.MinorUnits;

    public static bool operator <=(Money a, Money b) => a.MinorUnits <= b.MinorUnits;

    public static bool operator >=(Money a, Money b) => a.MinorUnits >= b.MinorUnits;

    public int CompareTo(Money other) => MinorUnits.CompareTo(other.MinorUnits);
}
