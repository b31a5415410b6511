using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Territory.Simulation.Lab.Columns;
using Territory.Simulation.Lab.Rules;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>The shelves of one product, four terminals at a time.</summary>
internal readonly ref struct ShelfLanes(RegionColumns columns, int product, BlockScratch scratch)
{
    private readonly ref ushort stocks = ref columns.Stock[product * columns.Terminals];
    private readonly ref ushort soldSinceCall = ref columns.SoldSinceCall[product * columns.Terminals];
    private readonly ref ushort carried = ref columns.Carried[product * columns.Terminals];

    /// <summary>Sells a day's demand of a strip.</summary>
    /// <param name="strip">Its first terminal.</param>
    public void Sell(int strip, ReadOnlySpan<double> uniforms, CountLanes counts, DemandLaw law)
    {
        if (law.IsPoisson)
            SellPoisson(strip, uniforms, counts);
        else
            SellNegativeBinomial(strip, uniforms, counts, law.Size);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void SellPoisson(int strip, ReadOnlySpan<double> uniforms, CountLanes counts)
    {
        ref var u = ref MemoryMarshal.GetReference(uniforms);
        var figures = default(Figures);
        for (var place = 0; place < uniforms.Length; place += Vector256<double>.Count)
        {
            var mean = counts.MeansAt((nuint)place);
            Sell(strip + place, mean, counts.PoissonAt((nuint)place, Vector256.LoadUnsafe(ref u, (nuint)place), mean), ref figures);
        }

        Add(figures);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void SellNegativeBinomial(int strip, ReadOnlySpan<double> uniforms, CountLanes counts, double size)
    {
        ref var u = ref MemoryMarshal.GetReference(uniforms);
        var figures = default(Figures);
        for (var place = 0; place < uniforms.Length; place += Vector256<double>.Count)
        {
            var mean = counts.MeansAt((nuint)place);
            Sell(strip + place, mean, counts.NegativeBinomialAt((nuint)place, Vector256.LoadUnsafe(ref u, (nuint)place), mean, size), ref figures);
        }

        Add(figures);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Sell(int terminal, Vector256<double> mean, Vector256<double> count, ref Figures figures)
    {
        var asked = FourCells.OfCounts(count);
        ref var waiting = ref FourCells.Word(ref carried, terminal);
        if (waiting != 0)
        {
            asked += FourCells.Widen(waiting);
            waiting = 0;
        }

        var stock = FourCells.Load(ref stocks, terminal);
        var taken = Vector128.Min(stock, asked);
        var left = stock - taken;
        FourCells.Store(ref stocks, terminal, left);
        FourCells.Store(ref soldSinceCall, terminal, FourCells.Load(ref soldSinceCall, terminal) + taken);
        figures.Sold += taken;

        var isListed = Vector256.GreaterThan(mean, Vector256<double>.Zero).ExtractMostSignificantBits();
        var isEmpty = Vector128.Equals(left, Vector128<int>.Zero).ExtractMostSignificantBits() & isListed;
        figures.Listed += BitOperations.PopCount(isListed);
        figures.Empty += BitOperations.PopCount(isEmpty);
        if (Vector128.GreaterThan(asked, stock).ExtractMostSignificantBits() != 0)
            Note(terminal, asked - taken);
    }

    private void Add(Figures figures)
    {
        scratch.Tally.Sold[product] += Vector128.Sum(figures.Sold);
        scratch.Tally.ListedDays += figures.Listed;
        scratch.Tally.EmptyDays += figures.Empty;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Note(int terminal, Vector128<int> missing)
    {
        for (var lane = 0; lane < Vector128<int>.Count; lane++)
        {
            if (missing[lane] > 0)
                scratch.Missing.Add((terminal + lane, product, missing[lane]));
        }
    }

    private struct Figures
    {
        public Vector128<int> Sold;
        public int Listed;
        public int Empty;
    }
}
