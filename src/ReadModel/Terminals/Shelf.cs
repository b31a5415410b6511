using Territory.Model.Ids;
using Territory.Model.Quantities;

namespace Territory.ReadModel.Terminals;

/// <summary>An outlet's stock per product, as parallel arrays: first the listed products in their order, then others it holds or has held.</summary>
/// <remarks>The arrays belong to the shelf and are never written to after it is made.</remarks>
public sealed record Shelf
{
    /// <summary>The last count of a product that was never counted.</summary>
    public const int NeverCounted = -1;

    public static Shelf Empty { get; } = new();

    public ProductId[] Products { get; init; } = [];

    /// <summary>How many of the products, from the first on, the outlet lists.</summary>
    public int Listed { get; init; }

    /// <summary>Book stock in units.</summary>
    public int[] Stock { get; init; } = [];

    /// <summary>Units of open orders.</summary>
    public int[] OnOrder { get; init; } = [];

    /// <summary>Units at the last count, or <see cref="NeverCounted"/>.</summary>
    public int[] LastCount { get; init; } = [];

    /// <summary>Units delivered since the last count.</summary>
    public int[] Received { get; init; } = [];

    /// <summary>Units at the count before the last one (S0 of the order rule).</summary>
    public int[] CountBefore { get; init; } = [];

    /// <summary>Units delivered between the last two counts (P0 of the order rule).</summary>
    public int[] ReceivedBetween { get; init; } = [];

    public DailySales Sales { get; init; } = DailySales.None;

    public int IndexOf(ProductId product) => Array.IndexOf(Products, product);

    /// <summary>The shelf with other listed products; what is no longer listed stays at the end while it means something.</summary>
    public Shelf List(IReadOnlyList<ProductId> listed)
    {
        var wanted = listed.Distinct().ToArray();
        if (wanted.Length == Listed && Products.AsSpan(0, Listed).SequenceEqual(wanted))
            return this;
        var kept = Products.Where((product, i) => !wanted.Contains(product) && (Stock[i] != 0 || OnOrder[i] != 0 || LastCount[i] != NeverCounted));
        return Arrange([.. wanted, .. kept], wanted.Length);
    }

    /// <summary>The shelf with room for these products as well.</summary>
    public Shelf With(IEnumerable<ProductId> products)
    {
        var added = products.Where(product => IndexOf(product) < 0).Distinct().ToArray();
        return added.Length == 0 ? this : Arrange([.. Products, .. added], Listed);
    }

    /// <summary>The lowest days of cover among listed products that sell, on the mean of the held days; null when none sells.</summary>
    public double? LowestCoverDays()
    {
        if (Sales.Days == 0)
            return null;
        double? lowest = null;
        var sums = Sales.Sums(Products.Length);
        for (var i = 0; i < Listed; i++)
        {
            if (sums[i] == 0)
                continue;
            var cover = Stock[i] * (double)Sales.Days / sums[i];
            if (lowest is null || cover < lowest)
                lowest = cover;
        }

        return lowest;
    }

    /// <summary>Mean units a day over the held days, per product.</summary>
    public double[] MeanDailySales()
    {
        var means = new double[Products.Length];
        if (Sales.Days == 0)
            return means;
        var sums = Sales.Sums(Products.Length);
        for (var i = 0; i < means.Length; i++)
            means[i] = sums[i] / (double)Sales.Days;
        return means;
    }

    public int OutOfStock()
    {
        var count = 0;
        for (var i = 0; i < Listed; i++)
        {
            if (Stock[i] == 0)
                count++;
        }

        return count;
    }

    public Units UnitsOf(ProductId product) => IndexOf(product) is var i and >= 0 ? new Units(Stock[i]) : Units.Zero;

    private Shelf Arrange(ProductId[] products, int listed)
    {
        var from = Array.ConvertAll(products, IndexOf);
        return new Shelf
        {
            Products = products,
            Listed = listed,
            Stock = Pick(Stock, 0),
            OnOrder = Pick(OnOrder, 0),
            LastCount = Pick(LastCount, NeverCounted),
            Received = Pick(Received, 0),
            CountBefore = Pick(CountBefore, NeverCounted),
            ReceivedBetween = Pick(ReceivedBetween, 0),
            Sales = Sales.Rearrange(Products.Length, from),
        };

        int[] Pick(int[] values, int otherwise) => Array.ConvertAll(from, i => i < 0 ? otherwise : values[i]);
    }
}
