using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Territory.Simulation.Lab.Columns;
using Territory.Simulation.Lab.Rules;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>The shelves of one product, four terminals at a time.</summary>
internal ref struct ShelfLanes
{
    private readonly BlockScratch scratch;
    private readonly int product;
    private readonly DemandLaw law;
    private readonly Vector256<double> factor;
    private readonly ref double means;
    private readonly ref ushort stocks;
    private readonly ref ushort soldSinceCall;
    private readonly ref ushort carried;
    private Vector128<int> sold;
    private int listed;
    private int empty;

    public ShelfLanes(RegionColumns columns, ProductTable products, SalesDay day, int product, int length, BlockScratch scratch)
    {
        this.scratch = scratch;
        this.product = product;
        law = day.Law;
        factor = Vector256.Create(day.Factors[product]);
        means = ref MemoryMarshal.GetReference(scratch.MeansTo(products.ListedTo[product], length));
        var first = product * columns.Terminals;
        stocks = ref columns.Stock[first];
        soldSinceCall = ref columns.SoldSinceCall[first];
        carried = ref columns.Carried[first];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Sell(int terminal, int place, Vector256<double> u)
    {
        var mean = Vector256.LoadUnsafe(ref means, (nuint)place) * factor;
        var count = DemandLanes.Count(u, mean, law);
        var asked = Vector128.Narrow(Whole(count.GetLower()), Whole(count.GetUpper()));
        ref var waiting = ref Unsafe.As<ushort, ulong>(ref Unsafe.Add(ref carried, terminal));
        if (waiting != 0)
        {
            asked += Widen(waiting);
            waiting = 0;
        }

        ref var shelf = ref Unsafe.As<ushort, ulong>(ref Unsafe.Add(ref stocks, terminal));
        ref var since = ref Unsafe.As<ushort, ulong>(ref Unsafe.Add(ref soldSinceCall, terminal));
        var stock = Widen(shelf);
        var taken = Vector128.Min(stock, asked);
        var left = stock - taken;
        shelf = Pack(left);
        since = Pack(Widen(since) + taken);
        sold += taken;

        var isListed = Vector256.GreaterThan(mean, Vector256<double>.Zero).ExtractMostSignificantBits();
        var isEmpty = Vector128.Equals(left, Vector128<int>.Zero).ExtractMostSignificantBits();
        listed += BitOperations.PopCount(isListed);
        empty += BitOperations.PopCount(isEmpty & isListed);
        if (isEmpty != 0 && asked != taken)
            Note(terminal, asked - taken);
    }

    public readonly void Close()
    {
        scratch.Tally.Sold[product] += Vector128.Sum(sold);
        scratch.Tally.ListedDays += listed;
        scratch.Tally.EmptyDays += empty;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly void Note(int terminal, Vector128<int> missing)
    {
        for (var lane = 0; lane < Vector128<int>.Count; lane++)
        {
            if (missing[lane] > 0)
                scratch.Missing.Add((terminal + lane, product, missing[lane]));
        }
    }

    /// <summary>Whole numbers below 2^31 from their doubles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<long> Whole(Vector128<double> counts) =>
        (counts + Vector128.Create(4503599627370496.0)).AsInt64() & Vector128.Create(0x7FFF_FFFFL);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Widen(ulong four) => Vector128.WidenLower(Vector128.CreateScalarUnsafe(four).AsUInt16()).AsInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Pack(Vector128<int> four) => Vector128.Narrow(four.AsUInt32(), four.AsUInt32()).AsUInt64().ToScalar();
}
