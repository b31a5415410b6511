using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Territory.Simulation.Lab.Columns;

/// <summary>Sums by product, in whole numbers, of a column that holds a terminal's products beside each other.</summary>
/// <remarks>Sixteen terminals fill as many vectors as there are products; each of these has sums of its own, of which a lane is always of the same product.</remarks>
internal sealed class ColumnSum(int products)
{
    private const int Lanes = 16;

    /// <summary>Values added to a 32-bit lane before it is emptied: no lane can overflow.</summary>
    private const int Stretch = 32_768;

    private readonly uint[] even = new uint[products * Lanes / 2];
    private readonly uint[] odd = new uint[products * Lanes / 2];

    public void Of(ReadOnlySpan<ushort> column, Span<long> sums)
    {
        sums.Clear();
        var tile = products * Lanes;
        while (column.Length >= tile)
        {
            var tiles = Math.Min(column.Length / tile, Stretch);
            AddTiles(column[..(tiles * tile)], sums);
            column = column[(tiles * tile)..];
        }

        for (; column.Length > 0; column = column[products..])
        {
            for (var product = 0; product < products; product++)
                sums[product] += column[product];
        }
    }

    private void AddTiles(ReadOnlySpan<ushort> tiles, Span<long> sums)
    {
        Array.Clear(even);
        Array.Clear(odd);
        ref var value = ref MemoryMarshal.GetReference(tiles);
        ref var ofEven = ref MemoryMarshal.GetArrayDataReference(even);
        ref var ofOdd = ref MemoryMarshal.GetArrayDataReference(odd);
        for (nuint from = 0; from < (nuint)tiles.Length; from += (nuint)(products * Lanes))
        {
            for (nuint vector = 0; vector < (nuint)products; vector++)
            {
                var values = Vector256.LoadUnsafe(ref value, from + (vector * Lanes)).AsUInt32();
                var place = vector * Lanes / 2;
                (Vector256.LoadUnsafe(ref ofEven, place) + (values & Vector256.Create((uint)ushort.MaxValue))).StoreUnsafe(ref ofEven, place);
                (Vector256.LoadUnsafe(ref ofOdd, place) + Vector256.ShiftRightLogical(values, 16)).StoreUnsafe(ref ofOdd, place);
            }
        }

        for (var index = 0; index < even.Length; index++)
        {
            sums[index * 2 % products] += even[index];
            sums[((index * 2) + 1) % products] += odd[index];
        }
    }
}
