using System.Text.Json.Serialization;

namespace Territory.ReadModel.Terminals;

/// <summary>Units sold per product on each of the last 28 days, packed: days oldest first, within a day the products in shelf order.</summary>
/// <remarks>One varint a figure; a small shop's 28 days of 15 products take some 420 bytes.</remarks>
public sealed record DailySales
{
    public const int WindowDays = 28;

    public static DailySales None { get; } = new(0, 0, []);

    [JsonConstructor]
    public DailySales(int lastDay, int days, byte[] packed)
    {
        LastDay = lastDay;
        Days = days;
        Packed = packed;
    }

    /// <summary>The newest day held, as a day number.</summary>
    public int LastDay { get; }

    /// <summary>How many days up to it are held, 0 to 28.</summary>
    public int Days { get; }

    public byte[] Packed { get; }

    /// <summary>Adds sales of a day, one figure per product on the shelf; days between the newest held and this one count as days without sales. A day before the window is dropped.</summary>
    public DailySales Add(DateOnly day, ReadOnlySpan<int> sold)
    {
        var products = sold.Length;
        var number = day.DayNumber;
        var last = Days == 0 ? number : Math.Max(LastDay, number);
        var oldFirst = Days == 0 ? number : LastDay - Days + 1;
        var first = Math.Max(Math.Min(oldFirst, number), last - WindowDays + 1);
        if (number < first)
            return this;

        var days = last - first + 1;
        var figures = new int[days * products];
        if (Days > 0)
        {
            var held = Unpack(products);
            for (var d = Math.Max(oldFirst, first); d <= LastDay; d++)
                held.AsSpan((d - oldFirst) * products, products).CopyTo(figures.AsSpan((d - first) * products));
        }

        var row = figures.AsSpan((number - first) * products, products);
        for (var p = 0; p < products; p++)
            row[p] = checked(row[p] + sold[p]);
        return new DailySales(last, days, Pack(figures));
    }

    /// <summary>The sum over the held days for each product.</summary>
    public int[] Sums(int products)
    {
        var sums = new int[products];
        var figures = Unpack(products);
        for (var i = 0; i < figures.Length; i++)
            sums[i % products] += figures[i];
        return sums;
    }

    /// <summary>Units of all products on each held day, oldest first.</summary>
    public IReadOnlyList<(DateOnly Day, int Units)> Totals(int products)
    {
        var figures = Unpack(products);
        var totals = new (DateOnly, int)[Days];
        for (var d = 0; d < Days; d++)
        {
            var units = 0;
            for (var p = 0; p < products; p++)
                units += figures[(d * products) + p];
            totals[d] = (DateOnly.FromDayNumber(LastDay - Days + 1 + d), units);
        }

        return totals;
    }

    /// <summary>The same sales with the products in another order; -1 in <paramref name="from"/> is a product without sales so far.</summary>
    /// <param name="from">For each new place the old one.</param>
    public DailySales Rearrange(int products, ReadOnlySpan<int> from)
    {
        if (Days == 0)
            return this;
        var held = Unpack(products);
        var figures = new int[Days * from.Length];
        for (var d = 0; d < Days; d++)
        {
            for (var p = 0; p < from.Length; p++)
                figures[(d * from.Length) + p] = from[p] < 0 ? 0 : held[(d * products) + from[p]];
        }

        return new DailySales(LastDay, Days, Pack(figures));
    }

    public bool Equals(DailySales? other) => other is not null && LastDay == other.LastDay && Days == other.Days && Packed.AsSpan().SequenceEqual(other.Packed);

    public override int GetHashCode() => HashCode.Combine(LastDay, Days, Packed.Length);

    private int[] Unpack(int products)
    {
        var figures = new int[Days * products];
        var at = 0;
        for (var i = 0; i < figures.Length; i++)
        {
            var shift = 0;
            byte part;
            do
            {
                part = Packed[at++];
                figures[i] |= (part & 0x7F) << shift;
                shift += 7;
            }
            while (part >= 0x80);
        }

        return figures;
    }

    private static byte[] Pack(ReadOnlySpan<int> figures)
    {
        var length = 0;
        foreach (var figure in figures)
            length += figure < 1 << 7 ? 1 : figure < 1 << 14 ? 2 : figure < 1 << 21 ? 3 : figure < 1 << 28 ? 4 : 5;
        var packed = new byte[length];
        var at = 0;
        foreach (var figure in figures)
        {
            var rest = (uint)figure;
            for (; rest >= 0x80; rest >>= 7)
                packed[at++] = (byte)(rest | 0x80);
            packed[at++] = (byte)rest;
        }

        return packed;
    }
}
