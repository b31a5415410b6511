using System.Text.Json.Serialization;

namespace Territory.Model.Quantities;

/// <summary>A number of full cases (箱), the unit of ordering and delivery.</summary>
[JsonConverter(typeof(QuantityConverter<Cases>))]
public readonly record struct Cases(int Count) : IQuantity<Cases>, IComparable<Cases>
{
    public static Cases Zero => default;

    long IQuantity<Cases>.Amount => Count;

    static Cases IQuantity<Cases>.Of(long amount) => new(checked((int)amount));

    public Units ToUnits(int unitsPerCase) => new(checked(Count * unitsPerCase));

    public static Cases operator +(Cases a, Cases b) => new(checked(a.Count + b.Count));

    public static Cases operator -(Cases a, Cases b) => new(checked(a.Count - b.Count));

    public static bool operator <(Cases a, Cases b) => a.Count < b.Count;

    public static bool operator >(Cases a, Cases b) => a.Count > b.Count;

    public static bool operator <=(Cases a, Cases b) => a.Count <= b.Count;

    public static bool operator >=(Cases a, Cases b) => a.Count >= b.Count;

    public int CompareTo(Cases other) => Count.CompareTo(other.Count);

    public override string ToString() => $"{Count} cs";
}
