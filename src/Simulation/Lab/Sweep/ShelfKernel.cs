using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Territory.Simulation.Lab.Rules;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>Shelves of one product that nothing couples: demand, stock, reorder. The least that a terminal-day can be.</summary>
/// <remarks>
/// Each morning an order whose days have passed arrives; Poisson demand of mean rate x the day's factor is sold as far as the stock goes, the rest is
/// lost; in the evening, with nothing on order and less than s on the shelf, up to S is ordered, to arrive after the lead time. Four days share a block
/// of random words. 24 bytes a terminal with its key. Complexity: terminals x days. Source: the (s,S) rule after Scarf 1960, sales lost.
/// </remarks>
internal sealed class ShelfKernel(ulong[] keys, float[] rates, ushort[] reorderPoints, ushort[] targets, int leadDays)
{
    /// <summary>Days that share a block of random words.</summary>
    public const int Days = 4;

    private const int Lanes = 16;

    private readonly BlockScratch scratch = new(1);
    private readonly double[] means = new double[BlockScratch.Strip];

    public ushort[] Stock { get; } = [.. targets];

    public ushort[] OnOrder { get; } = new ushort[keys.Length];

    public ushort[] DaysToArrival { get; } = new ushort[keys.Length];

    public long Sold { get; private set; }

    public long Lost { get; private set; }

    public long Received { get; private set; }

    /// <summary>Runs four days.</summary>
    /// <param name="quarter">The number of the four-day stretch, which decides the draws.</param>
    /// <param name="factors">Season, weekday and what else is the same for all, of each of the four days; means stay within what lanes can count.</param>
    public void Run(LabDraws draws, int quarter, ReadOnlySpan<double> factors, bool scalar)
    {
        for (var from = 0; from < keys.Length; from += BlockScratch.Strip)
        {
            var to = Math.Min(keys.Length, from + BlockScratch.Strip);
            var vectors = scalar ? from : from + ((to - from) & ~(Lanes - 1));
            if (vectors > from)
                RunLanes(draws, quarter, factors, from, vectors);
            for (var terminal = vectors; terminal < to; terminal++)
                RunOne(draws, quarter, factors, terminal);
        }
    }

    private void RunOne(LabDraws draws, int quarter, ReadOnlySpan<double> factors, int terminal)
    {
        var words = draws.Words(DrawPurpose.LabShelf, keys[terminal], quarter, 0);
        Span<uint> bits = [words.X0, words.X1, words.X2, words.X3];
        for (var day = 0; day < Days; day++)
        {
            if (DaysToArrival[terminal] == 1)
            {
                Stock[terminal] += OnOrder[terminal];
                Received += OnOrder[terminal];
                OnOrder[terminal] = 0;
            }

            if (DaysToArrival[terminal] > 0)
                DaysToArrival[terminal]--;
            var asked = DemandLaw.Poisson.Count(DemandLaw.Uniform(bits[day] ^ draws.Flip), rates[terminal] * factors[day]);
            var sold = Math.Min(asked, Stock[terminal]);
            Stock[terminal] -= (ushort)sold;
            Sold += sold;
            Lost += asked - sold;
            if (OnOrder[terminal] != 0 || Stock[terminal] >= reorderPoints[terminal])
                continue;
            OnOrder[terminal] = (ushort)(targets[terminal] - Stock[terminal]);
            DaysToArrival[terminal] = (ushort)leadDays;
        }
    }

    private void RunLanes(LabDraws draws, int quarter, ReadOnlySpan<double> factors, int from, int to)
    {
        StripWords.Fill(draws, 0, LabDraws.Counter1(DrawPurpose.LabShelf, quarter), keys.AsSpan(from..to), scratch);
        for (var terminal = from; terminal < to; terminal++)
            means[terminal - from] = rates[terminal];
        var counts = new CountLanes(scratch, CountTable.Poisson, DemandLaw.Poisson);
        for (var day = 0; day < Days; day++)
        {
            counts.Draw(means.AsSpan(0, to - from), factors[day], day, ref scratch.Counts[0], 1);
            SellDay(scratch.Counts.AsSpan(0, to - from), from);
        }
    }

    private void SellDay(ReadOnlySpan<ushort> counts, int from)
    {
        ref var count = ref MemoryMarshal.GetReference(counts);
        ref var stocks = ref Stock[from];
        ref var orders = ref OnOrder[from];
        ref var arrivals = ref DaysToArrival[from];
        ref var lows = ref reorderPoints[from];
        ref var highs = ref targets[from];
        var (sold, lost, received) = (Vector256<uint>.Zero, Vector256<uint>.Zero, Vector256<uint>.Zero);
        var lead = Vector256.Create((ushort)leadDays);
        for (nuint place = 0; place < (nuint)counts.Length; place += Lanes)
        {
            var asked = Vector256.LoadUnsafe(ref count, place);
            var days = Vector256.LoadUnsafe(ref arrivals, place);
            var order = Vector256.LoadUnsafe(ref orders, place);
            var arriving = order & Vector256.Equals(days, Vector256<ushort>.One);
            var stock = Vector256.LoadUnsafe(ref stocks, place) + arriving;
            order -= arriving;
            days -= Vector256.Min(days, Vector256<ushort>.One);

            var taken = Vector256.Min(stock, asked);
            stock -= taken;
            var reorders = Vector256.Equals(order, Vector256<ushort>.Zero) & Vector256.LessThan(stock, Vector256.LoadUnsafe(ref lows, place));
            order += (Vector256.LoadUnsafe(ref highs, place) - stock) & reorders;
            days += lead & reorders;
            stock.StoreUnsafe(ref stocks, place);
            order.StoreUnsafe(ref orders, place);
            days.StoreUnsafe(ref arrivals, place);
            sold += Pairs(taken);
            lost += Pairs(asked - taken);
            received += Pairs(arriving);
        }

        Sold += Vector256.Sum(sold);
        Lost += Vector256.Sum(lost);
        Received += Vector256.Sum(received);
    }

    /// <summary>Neighbours added, so that sums have room.</summary>
    private static Vector256<uint> Pairs(Vector256<ushort> values) =>
        (values.AsUInt32() & Vector256.Create((uint)ushort.MaxValue)) + Vector256.ShiftRightLogical(values.AsUInt32(), 16);
}
