using System.Text.Json.Serialization;

namespace Territory.Model.Quantities;

/// <summary>A volume in whole millilitres (cubic centimetres).</summary>
[JsonConverter(typeof(QuantityConverter<Volume>))]
public readonly record struct Volume(long Millilitres) : IQuantity<Volume>, IComparable<Volume>
{
    public static Volume Zero => default;

    public double CubicMeters => Millilitres / 1_000_000.0;

    long IQuantity<Volume>.Amount => Millilitres;

    static Volume IQuantity<Volume>.Of(long amount) => new(amount);

    public static Volume FromLitres(long litres) => new(checked(litres * 1000));

    public static Volume operator +(Volume a, Volume b) => new(checked(a.Millilitres + b.Millilitres));

    public static Volume operator -(Volume a, Volume b) => new(checked(a.Millilitres - b.Millilitres));

    public static Volume operator *(Volume a, int count) => new(checked(a.Millilitres * count));

    public static bool operator <(Volume a, Volume b) => a.Millilitres < b.Millilitres;

    public static bool operator >(Volume a, Volume b) => a.Millilitres > b.Millilitres;

    public static bool operator <=(Volume a, Volume b) => a.Millilitres <= b.Millilitres;

    public static bool operator >=(Volume a, Volume b) => a.Millilitres >= b.Millilitres;

    public int CompareTo(Volume other) => Millilitres.CompareTo(other.Millilitres);

    public override string ToString() => $"{Millilitres} ml";
}
