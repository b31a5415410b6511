using Territory.Simulation.Lab.Columns;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>Opens a region with its shelves as they stand: what each terminal lists, has, waits for and has sold, and when it is to be called.</summary>
/// <remarks>
/// A terminal that lists a part C of our products by weight sells sqrt(C) of what it would with all of them: a shopper who misses one often takes another of
/// ours. Source: the live market's <see cref="Market.Rules.DemandRates"/>, the same rule.
/// </remarks>
internal sealed class OpeningShelves
{
    private readonly LabOpeningShelves shelves;
    private readonly RegionLayout layout;
    private readonly RegionColumns columns;
    private readonly float[] rangeFactors;

    public OpeningShelves(LabOpeningShelves shelves, RegionLayout layout, RegionColumns columns, ProductTable products)
    {
        (this.shelves, this.layout, this.columns) = (shelves, layout, columns);
        rangeFactors = new float[layout.Count];
        for (var terminal = 0; terminal < layout.Count; terminal++)
        {
            var part = 0.0;
            for (var product = 0; product < products.Count; product++)
            {
                if (!shelves.Listed[(layout.Rows[terminal] * products.Count) + product] || layout.Classes[terminal] > products.ListedTo[product])
                    continue;
                columns.Range[columns.ShelfOf(terminal, product)] = ushort.MaxValue;
                part += products.Weights[product];
            }

            rangeFactors[terminal] = part > 0 ? (float)(1 / Math.Sqrt(part)) : 1;
            columns.Counted[terminal] = shelves.Counted[layout.Rows[terminal]] ? (byte)1 : (byte)0;
        }
    }

    /// <summary>What the mean of each listed product is multiplied by, so that all of them together come to the root of their part.</summary>
    public float RangeFactorOf(int terminal) => rangeFactors[terminal];

    /// <summary>By when a terminal was last called; null: it never was.</summary>
    public int? NextCall(int terminal, int daysBetweenCalls) =>
        shelves.DaysSinceCall[layout.Rows[terminal]] is > 0 and var ago ? Math.Max(0, daysBetweenCalls - ago) : null;

    /// <summary>Puts what the terminal has, waits for and has sold in its columns. What is ordered comes after the usual days at the latest.</summary>
    public void Fill(int terminal, int leadDays)
    {
        var (row, first) = (layout.Rows[terminal] * columns.Products, columns.ShelfOf(terminal, 0));
        shelves.Stock.AsSpan(row, columns.Products).CopyTo(columns.Stock.AsSpan(first));
        shelves.SoldSinceCall.AsSpan(row, columns.Products).CopyTo(columns.SoldSinceCall.AsSpan(first));
        shelves.OnOrder.AsSpan(row, columns.Products).CopyTo(columns.OnOrder.AsSpan(first));
        if (columns.OnOrder.AsSpan(first, columns.Products).ContainsAnyExcept((ushort)0))
            columns.OrderDue[terminal] = leadDays - 1;
    }
}
