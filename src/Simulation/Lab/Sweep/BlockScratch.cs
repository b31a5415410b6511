namespace Territory.Simulation.Lab.Sweep;

/// <summary>The room in which one thread sweeps a block.</summary>
internal sealed class BlockScratch(int products)
{
    /// <summary>Terminals whose random words and probabilities stay in the first cache.</summary>
    public const int Strip = 256;

    private const int Classes = 3;

    private readonly double[][] means = [[], [], []];
    private long[] atListPrices = [];

    public SweepTally Tally { get; } = new(products);

    public List<MissingUnits> Missing { get; } = [];

    /// <summary>Of a strip: four random words of each place in two columns of pairs.</summary>
    public ulong[] Words { get; } = new ulong[2 * Strip];

    /// <summary>Of one product and strip: the means of terminals with tastes of their own.</summary>
    public double[] Tasted { get; } = new double[Strip];

    /// <summary>Of one product: where each place's entry of the count table is, and the places whose counts the table leaves open.</summary>
    public int[] Entries { get; } = new int[Strip];

    public int[] Open { get; } = new int[Strip + 8];

    /// <summary>Of a strip's shelves, a terminal's products beside each other: what is asked for, and all ones where the terminal sells the product, else 0.</summary>
    public ushort[] Counts { get; } = new ushort[Strip * products];

    public ushort[] Listed { get; } = new ushort[(Strip * products) + ListedRows.Padding];

    /// <summary>Units sold by place among sixteen terminals' shelves.</summary>
    public ushort[] SoldInTile { get; } = new ushort[16 * products];

    /// <summary>What each terminal of the block sells at list prices, in minor units.</summary>
    public Span<long> AtListPrices(int terminals)
    {
        if (atListPrices.Length < terminals)
            atListPrices = new long[terminals];
        return atListPrices.AsSpan(0, terminals);
    }

    /// <summary>Mean units a day of all our products by terminal of the block, 0 for terminals of a class after the given one.</summary>
    public Span<double> MeansTo(int rank, int terminals)
    {
        if (means[rank].Length < terminals)
        {
            for (var other = 0; other < Classes; other++)
                means[other] = new double[terminals];
        }

        return means[rank].AsSpan(0, terminals);
    }
}
