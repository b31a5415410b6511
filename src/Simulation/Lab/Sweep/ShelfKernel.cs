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

    private const int Lanes = 4;

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
        ref var key = ref MemoryMarshal.GetArrayDataReference(keys);
        ref var uniforms = ref MemoryMarshal.GetArrayDataReference(scratch.Uniforms);
        var flip = Vector256.Create((ulong)draws.Flip);
        var counter1 = (uint)quarter | ((uint)DrawPurpose.LabShelf << 22);
        for (var terminal = from; terminal < to; terminal += Lanes)
        {
            var words = PhiloxLanes.Block(draws.Seed, 0, counter1, Vector256.LoadUnsafe(ref key, (nuint)terminal));
            var place = (nuint)(terminal - from);
            CountLanes.Uniform(words.X0, flip).StoreUnsafe(ref uniforms, place);
            CountLanes.Uniform(words.X1, flip).StoreUnsafe(ref uniforms, place + BlockScratch.Strip);
            CountLanes.Uniform(words.X2, flip).StoreUnsafe(ref uniforms, place + (2 * BlockScratch.Strip));
            CountLanes.Uniform(words.X3, flip).StoreUnsafe(ref uniforms, place + (3 * BlockScratch.Strip));
        }

        for (var terminal = from; terminal < to; terminal++)
            means[terminal - from] = rates[terminal];
        var counts = new CountLanes(scratch, to - from);
        for (var day = 0; day < Days; day++)
        {
            counts.Prepare(means.AsSpan(0, to - from), factors[day], DemandLaw.Poisson);
            SellDay(counts, scratch.Uniforms.AsSpan(day * BlockScratch.Strip, to - from), from);
        }
    }

    private void SellDay(CountLanes counts, ReadOnlySpan<double> uniforms, int from)
    {
        ref var u = ref MemoryMarshal.GetReference(uniforms);
        ref var stocks = ref Stock[from];
        ref var orders = ref OnOrder[from];
        ref var arrivals = ref DaysToArrival[from];
        ref var lows = ref reorderPoints[from];
        ref var highs = ref targets[from];
        var (sold, lost, received) = (Vector128<int>.Zero, Vector128<int>.Zero, Vector128<int>.Zero);
        var lead = Vector128.Create(leadDays);
        for (var place = 0; place < uniforms.Length; place += Lanes)
        {
            var asked = FourCells.OfCounts(counts.PoissonAt((nuint)place, Vector256.LoadUnsafe(ref u, (nuint)place), counts.MeansAt((nuint)place)));
            var days = FourCells.Load(ref arrivals, place);
            var order = FourCells.Load(ref orders, place);
            var arriving = order & Vector128.Equals(days, Vector128<int>.One);
            var stock = FourCells.Load(ref stocks, place) + arriving;
            order -= arriving;
            received += arriving;
            days = Vector128.Max(days - Vector128<int>.One, Vector128<int>.Zero);

            var taken = Vector128.Min(stock, asked);
            stock -= taken;
            sold += taken;
            lost += asked - taken;
            var reorders = Vector128.Equals(order, Vector128<int>.Zero) & Vector128.LessThan(stock, FourCells.Load(ref lows, place));
            order += (FourCells.Load(ref highs, place) - stock) & reorders;
            days += lead & reorders;
            FourCells.Store(ref stocks, place, stock);
            FourCells.Store(ref orders, place, order);
            FourCells.Store(ref arrivals, place, days);
        }

        Sold += Vector128.Sum(sold);
        Lost += Vector128.Sum(lost);
        Received += Vector128.Sum(received);
    }
}
