using Territory.Simulation.Lab.Columns;
using Territory.Simulation.Lab.Rules;
using Territory.Simulation.Lab.Setup;
using Territory.Simulation.Mathematics;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>Opens a region with its shelves as they stand: what each terminal lists, sells, has and waits for, and when it is to be called.</summary>
/// <remarks>
/// A terminal that lists a part C of our products by weight sells sqrt(C) of what it would with all of them: a shopper who misses one often takes another of
/// ours (the live market's <see cref="Market.Rules.DemandRates"/>). On top of that comes what it was seen to sell: with s units sold where the same rule, scaled to
/// the region's whole sales, expects e, its taste is (s + a)/(e + a), the mean of a gamma of shape a that has seen a Poisson count; a is what the spread of all s about their
/// e leaves beyond chance. So the region's level stays the scenario's, and what sold little is believed little.
/// Source: Clayton and Kaldor: "Empirical Bayes estimates of age-standardized relative risks", Biometrics 43, 1987; the moment estimate is Marshall's (1991).
/// </remarks>
internal sealed class OpeningShelves(LabOpeningShelves shelves, RegionState state)
{
    private const double LeastShape = 0.1;
    private const double MostShape = 1e6;

    private readonly RegionLayout layout = state.Layout;
    private readonly RegionColumns columns = state.Columns;
    private readonly ProductTable products = state.Products;

    public double LargestTaste { get; private set; } = 1;

    public double LeastTaste { get; private set; } = 1;

    /// <summary>The part of the first day's sales that comes before its calls, which are made in the middle of a day and in the lab stand at its end.</summary>
    public const double PartOfFirstDay = 0.5;

    /// <summary>By when a terminal is to be called that was called before; null: it never was.</summary>
    public int? NextCall(int terminal, int daysBetweenCalls) =>
        shelves.DaysSinceCall[layout.Rows[terminal]] is > 0 and var ago ? Math.Max(0, daysBetweenCalls - ago) : null;

    /// <summary>In how many days a terminal that was never called is called first: within its days between calls since it is known.</summary>
    public int DaysToFirstCall(int terminal, int daysBetweenCalls) => Math.Max(1, daysBetweenCalls - shelves.DaysKnown[layout.Rows[terminal]]);

    /// <summary>What a round of calls has left at a terminal that was called before.</summary>
    private double GoodwillOf(int terminal)
    {
        var (ago, days) = (shelves.DaysSinceCall[layout.Rows[terminal]], state.DaysBetweenCalls(terminal));
        if (ago == 0 || days == 0)
            return 0;
        var response = state.Setup.Rules.Response;
        var kept = 1 - response.GoodwillDecay;
        return kept < 1 ? response.GoodwillPerCall * SharedMath.Pow(kept, ago) / (1 - SharedMath.Pow(kept, days)) : 0;
    }

    /// <summary>What each terminal sells of each product over what its rate and the product's weight say.</summary>
    public void SetTastes()
    {
        for (var terminal = 0; terminal < layout.Count; terminal++)
        {
            columns.Counted[terminal] = shelves.Counted[layout.Rows[terminal]] ? (byte)1 : (byte)0;
            SetRange(terminal);
        }

        LearnFromSales();
        for (var terminal = 0; terminal < layout.Count; terminal++)
            columns.Goodwill[terminal] = (float)GoodwillOf(terminal);
        foreach (var taste in columns.Tastes)
        {
            LargestTaste = Math.Max(LargestTaste, taste);
            if (taste > 0)
                LeastTaste = Math.Min(LeastTaste, taste);
        }
    }

    /// <summary>Puts what the terminal has, waits for and has sold of the products that it lists in its columns.</summary>
    /// <param name="leadDays">What is ordered comes on the first day that an order of the evening before would.</param>
    public void Fill(int terminal, int leadDays)
    {
        var (row, first) = (layout.Rows[terminal] * columns.Products, columns.ShelfOf(terminal, 0));
        for (var product = 0; product < columns.Products; product++)
        {
            if (columns.Tastes[first + product] == 0)
                continue;
            columns.Stock[first + product] = shelves.Stock[row + product];
            columns.SoldSinceCall[first + product] = shelves.SoldSinceCall[row + product];
            columns.OnOrder[first + product] = shelves.OnOrder[row + product];
        }

        if (columns.OnOrder.AsSpan(first, columns.Products).ContainsAnyExcept((ushort)0))
            columns.OrderDue[terminal] = leadDays - 1;
    }

    private void SetRange(int terminal)
    {
        var (row, part) = (layout.Rows[terminal] * products.Count, 0.0);
        for (var product = 0; product < products.Count; product++)
        {
            if (shelves.Listed[row + product] && layout.Classes[terminal] <= products.ListedTo[product])
                part += products.Weights[product];
        }

        for (var product = 0; product < products.Count; product++)
            columns.Tastes[columns.ShelfOf(terminal, product)] = shelves.Listed[row + product] && part > 0 ? (float)(1 / Math.Sqrt(part)) : 0;
    }

    private void LearnFromSales()
    {
        var expected = new double[columns.Tastes.Length];
        var (sales, expectations) = (0.0, 0.0);
        for (var terminal = 0; terminal < layout.Count; terminal++)
        {
            var row = layout.Rows[terminal];
            var rate = (double)state.OpeningRateOf(terminal) * shelves.SoldDays[row] * GoodwillRule.Factor(GoodwillOf(terminal), state.Setup.Rules.Response);
            for (var product = 0; product < products.Count; product++)
            {
                var shelf = columns.ShelfOf(terminal, product);
                expected[shelf] = rate * products.Weights[product] * columns.Tastes[shelf];
                expectations += expected[shelf];
                sales += columns.Tastes[shelf] > 0 ? shelves.Sold[(row * products.Count) + product] : 0;
            }
        }

        if (!(sales > 0 && expectations > 0))
            return;
        var scale = sales / expectations;
        var (squares, spread) = (0.0, 0.0);
        ForEachSold((shelf, sold) =>
        {
            var mean = expected[shelf] * scale;
            squares += mean * mean;
            spread += ((sold - mean) * (sold - mean)) - mean;
        });
        var shape = spread > 0 ? Math.Clamp(squares / spread, LeastShape, MostShape) : MostShape;
        ForEachSold((shelf, sold) => columns.Tastes[shelf] *= (float)((sold + shape) / ((expected[shelf] * scale) + shape)));
    }

    private void ForEachSold(Action<int, int> act)
    {
        for (var terminal = 0; terminal < layout.Count; terminal++)
        {
            var row = layout.Rows[terminal];
            for (var product = 0; shelves.SoldDays[row] > 0 && product < products.Count; product++)
            {
                var shelf = columns.ShelfOf(terminal, product);
                if (columns.Tastes[shelf] > 0)
                    act(shelf, shelves.Sold[(row * products.Count) + product]);
            }
        }
    }
}
