namespace Territory.Simulation.Lab.Setup;

/// <summary>The books of one region's day: goods at each node by product, and cash at each node. Every difference must be 0 (进销存平衡).</summary>
/// <param name="Goods">One line a product.</param>
public sealed record LabDayBook(DateOnly Date, IReadOnlyList<LabGoodsLine> Goods, LabCashLine Cash)
{
    /// <summary>The sum of the sizes of all differences at all nodes.</summary>
    public long Difference => Goods.Sum(line => line.Difference) + Cash.Difference;
}
