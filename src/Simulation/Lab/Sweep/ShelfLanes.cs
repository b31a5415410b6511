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
        ref var u = ref MemoryMarshal.GetReference(uniforms);
        var sold = Vector128<int>.Zero;
        var (listed, empty) = (0, 0);
        for (var place = 0; place < uniforms.Length; place += Vector256<double>.Count)
        {
            var mean = counts.MeansAt((nuint)place);
            var draws = Vector256.LoadUnsafe(ref u, (nuint)place);
            var count = law.IsPoisson
                ? counts.PoissonAt((nuint)place, draws, mean)
                : counts.NegativeBinomialAt((nuint)place, draws, law.Size);
            var asked = FourCells.OfCounts(count);
            var terminal = strip + place;
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
            sold += taken;

            var isListed = Vector256.GreaterThan(mean, Vector256<double>.Zero).ExtractMostSignificantBits();
            var isEmpty = Vector128.Equals(left, Vector128<int>.Zero).ExtractMostSignificantBits() & isListed;
            listed += BitOperations.PopCount(isListed);
            empty += BitOperations.PopCount(isEmpty);
            if (isEmpty != 0 && asked != taken)
                Note(terminal, asked - taken);
        }

        scratch.Tally.Sold[product] += Vector128.Sum(sold);
        scratch.Tally.ListedDays += listed;
        scratch.Tally.EmptyDays += empty;
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
}
