using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Territory.Simulation.Lab.Columns;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>The shelves of one product, sixteen terminals at a time.</summary>
internal readonly ref struct ShelfLanes(RegionColumns columns, int product, BlockScratch scratch)
{
    private const int Lanes = 16;

    private readonly ref ushort stocks = ref columns.Stock[product * columns.Terminals];
    private readonly ref ushort soldSinceCall = ref columns.SoldSinceCall[product * columns.Terminals];
    private readonly ref ushort carried = ref columns.Carried[product * columns.Terminals];

    /// <summary>Sells a day's counts of a strip.</summary>
    /// <param name="strip">Its first terminal.</param>
    /// <param name="listed">All ones where the terminal sells the product, else 0.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Sell(int strip, ReadOnlySpan<ushort> counts, ReadOnlySpan<ushort> listed)
    {
        ref var count = ref MemoryMarshal.GetReference(counts);
        ref var isListed = ref MemoryMarshal.GetReference(listed);
        var sold = Vector256<uint>.Zero;
        var (listedDays, emptyDays) = (Vector256<ushort>.Zero, Vector256<ushort>.Zero);
        var place = 0;
        for (; place <= counts.Length - Lanes; place += Lanes)
        {
            var waiting = Vector256.LoadUnsafe(ref carried, (nuint)(strip + place));
            var asked = Vector256.LoadUnsafe(ref count, (nuint)place);
            if (((asked | waiting) & Vector256.Create((ushort)0x8000)) != Vector256<ushort>.Zero)
            {
                // Their sum might not fit into a lane.
                for (var lane = 0; lane < Lanes; lane++)
                    SellOne(strip + place + lane, counts[place + lane], listed[place + lane]);
                continue;
            }

            asked += waiting;
            Vector256<ushort>.Zero.StoreUnsafe(ref carried, (nuint)(strip + place));
            var stock = Vector256.LoadUnsafe(ref stocks, (nuint)(strip + place));
            var taken = Vector256.Min(stock, asked);
            var left = stock - taken;
            left.StoreUnsafe(ref stocks, (nuint)(strip + place));
            (Vector256.LoadUnsafe(ref soldSinceCall, (nuint)(strip + place)) + taken).StoreUnsafe(ref soldSinceCall, (nuint)(strip + place));
            // Neighbours added, so that the sum has room.
            sold += (taken.AsUInt32() & Vector256.Create((uint)ushort.MaxValue)) + Vector256.ShiftRightLogical(taken.AsUInt32(), 16);

            var sells = Vector256.LoadUnsafe(ref isListed, (nuint)place);
            // All ones are -1.
            listedDays -= sells;
            emptyDays -= Vector256.Equals(left, Vector256<ushort>.Zero) & sells;
            var missing = asked - taken;
            if (missing != Vector256<ushort>.Zero)
                Note(strip + place, missing);
        }

        for (; place < counts.Length; place++)
            SellOne(strip + place, counts[place], listed[place]);
        scratch.Tally.Sold[product] += Vector256.Sum(sold);
        scratch.Tally.ListedDays += Vector256.Sum(listedDays);
        scratch.Tally.EmptyDays += Vector256.Sum(emptyDays);
    }

    private void SellOne(int terminal, ushort count, ushort listed)
    {
        var asked = count + Unsafe.Add(ref carried, terminal);
        Unsafe.Add(ref carried, terminal) = 0;
        ref var stock = ref Unsafe.Add(ref stocks, terminal);
        var sold = Math.Min(stock, asked);
        stock -= (ushort)sold;
        Unsafe.Add(ref soldSinceCall, terminal) += (ushort)sold;
        scratch.Tally.Sold[product] += sold;
        if (asked > sold)
            scratch.Missing.Add((terminal, product, asked - sold));
        if (listed == 0)
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
            scratch.Missing.Add((first + lane, product, units[lane]));
        }
    }
}
