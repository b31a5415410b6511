using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Territory.Simulation.Lab.Columns;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>The shelves of a strip, sixteen at a time, whatever product each is of.</summary>
/// <remarks>
/// A terminal's products lie beside each other, so sixteen terminals fill as many vectors as there are products. Each of these has sums of its own in which a
/// lane is always of the same product.
/// </remarks>
internal readonly ref struct ShelfLanes(RegionColumns columns, BlockScratch scratch)
{
    private const int Lanes = 16;

    /// <summary>Any of these bits set, and a lane or its sum over a strip might not hold what is asked for.</summary>
    private const ushort TooMany = 0xF800;

    private readonly int products = columns.Products;
    private readonly ref ushort stocks = ref MemoryMarshal.GetArrayDataReference(columns.Stock);
    private readonly ref ushort soldSinceCall = ref MemoryMarshal.GetArrayDataReference(columns.SoldSinceCall);
    private readonly ref ushort carried = ref MemoryMarshal.GetArrayDataReference(columns.Carried);

    /// <summary>Sells the day's counts of a strip, and leaves in their place what was sold.</summary>
    public void Sell(int strip, int terminals)
    {
        var tiles = terminals / Lanes;
        SellTiles(strip * products, tiles * Lanes * products);
        for (var shelf = tiles * Lanes * products; shelf < terminals * products; shelf++)
            SellOne(strip * products, shelf);
        var sold = scratch.SoldInTile;
        for (var index = 0; index < sold.Length;)
        {
            for (var product = 0; product < products; product++)
                scratch.Tally.Sold[product] += sold[index++];
        }
    }

    private void SellTiles(int first, int shelves)
    {
        ref var count = ref MemoryMarshal.GetArrayDataReference(scratch.Counts);
        ref var isListed = ref MemoryMarshal.GetArrayDataReference(scratch.Listed);
        ref var sold = ref MemoryMarshal.GetArrayDataReference(scratch.SoldInTile);
        Array.Clear(scratch.SoldInTile);
        var (listedDays, emptyDays) = (Vector256<ushort>.Zero, Vector256<ushort>.Zero);
        nuint placeInTile = 0;
        for (var shelf = 0; shelf < shelves; shelf += Lanes)
        {
            var asked = Vector256.LoadUnsafe(ref count, (nuint)shelf);
            var cell = (nuint)(first + shelf);
            var waiting = Vector256.LoadUnsafe(ref carried, cell);
            if (((asked | waiting) & Vector256.Create(TooMany)) != Vector256<ushort>.Zero)
            {
                for (var lane = 0; lane < Lanes; lane++)
                    SellOne(first, shelf + lane);
            }
            else
            {
                asked += waiting;
                Vector256<ushort>.Zero.StoreUnsafe(ref carried, cell);
                var stock = Vector256.LoadUnsafe(ref stocks, cell);
                var taken = Vector256.Min(stock, asked);
                var left = stock - taken;
                left.StoreUnsafe(ref stocks, cell);
                taken.StoreUnsafe(ref count, (nuint)shelf);
                (Vector256.LoadUnsafe(ref soldSinceCall, cell) + taken).StoreUnsafe(ref soldSinceCall, cell);
                (Vector256.LoadUnsafe(ref sold, placeInTile) + taken).StoreUnsafe(ref sold, placeInTile);
                // All ones are -1.
                var sells = Vector256.LoadUnsafe(ref isListed, (nuint)shelf);
                listedDays -= sells;
                emptyDays -= Vector256.Equals(left, Vector256<ushort>.Zero) & sells;
                var missing = asked - taken;
                if (missing != Vector256<ushort>.Zero)
                    Note(first + shelf, missing);
            }

            placeInTile += Lanes;
            if (placeInTile == (nuint)scratch.SoldInTile.Length)
                placeInTile = 0;
        }

        scratch.Tally.ListedDays += Vector256.Sum(listedDays);
        scratch.Tally.EmptyDays += Vector256.Sum(emptyDays);
    }

    private void SellOne(int first, int shelf)
    {
        var cell = first + shelf;
        var asked = scratch.Counts[shelf] + Unsafe.Add(ref carried, cell);
        Unsafe.Add(ref carried, cell) = 0;
        ref var stock = ref Unsafe.Add(ref stocks, cell);
        var sold = Math.Min(stock, asked);
        stock -= (ushort)sold;
        scratch.Counts[shelf] = (ushort)sold;
        Unsafe.Add(ref soldSinceCall, cell) += (ushort)sold;
        scratch.Tally.Sold[cell % products] += sold;
        if (asked > sold)
            scratch.Missing.Add(new MissingUnits(cell, asked - sold));
        if (scratch.Listed[shelf] == 0)
            return;
        scratch.Tally.ListedDays++;
        scratch.Tally.EmptyDays += stock == 0 ? 1 : 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Note(int first, Vector256<ushort> missing)
    {
        Span<ushort> units = stackalloc ushort[Lanes];
        missing.CopyTo(units);
        for (var rest = ~Vector256.Equals(missing, Vector256<ushort>.Zero).ExtractMostSignificantBits() & 0xFFFF; rest != 0; rest &= rest - 1)
        {
            var lane = BitOperations.TrailingZeroCount(rest);
            scratch.Missing.Add(new MissingUnits(first + lane, units[lane]));
        }
    }
}
