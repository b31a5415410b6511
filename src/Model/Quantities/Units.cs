using System.Text.Json.Serialization;

namespace Territory.Model.Quantities;

/// <summary>A number of consumer units (瓶, 包), the unit of shelf stock and of sales to consumers.</summary>
[JsonConverter(typeof(QuantityConverter<Units>))]
public readonly record struct Units(int Count) : IQuantity<Units>, IComparable<Units>
{
    public static Units Zero => default;

    long IQuantity<Units>.Amount => Count;

    static Units IQuantity<Units>.Of(long amount) => new(checked((int)amount));

    /// <summary>The fewest full cases that hold these units.</summary>
    public Cases ToCasesRoundedUp(int unitsPerCase) => new((Count + unitsPerCase - 1) / unitsPerCase);

    public static Units operator +(Units a, Units b) => new(checked(a.Count + b.Count));

    public static Units operator -(Units a, Units b) => new(checked(a.Count - b.Count));

    public static bool operator <(Units a, Units b) => a.Count < b.Count;

    public static bool operator >(Units a, Units b) => a.Count > b.Count;

    public static bool operator <=(Units a, Units b) => a.Count <= b.Count;

    public static bool operator >=(Units a, Units b) => a.Count >= b.Count;

    public int CompareTo(Units other) => Count.CompareTo(other.Count);

    public override string ToString() => $"{Count} u";
}
