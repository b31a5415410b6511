namespace Territory.Simulation.Lab.Sweep;

/// <summary>The room in which one thread sweeps a block.</summary>
internal sealed class BlockScratch(int products)
{
    /// <summary>Terminals whose random words and probabilities stay in the first cache.</summary>
    public const int Strip = 256;

    private const int Classes = 3;

    private readonly double[][] means = [[], [], []];

    public SweepTally Tally { get; } = new(products);

    /// <summary>Units asked for in vain: terminal, product, count.</summary>
    public List<(int Terminal, int Product, int Units)> Missing { get; } = [];

    /// <summary>Of a strip: four random words of each place in two columns of pairs.</summary>
    public ulong[] Words { get; } = new ulong[2 * Strip];

    /// <summary>Of one product: where each mean's cell of the count table begins, the counts, and the places whose counts the table leaves open.</summary>
    public int[] Starts { get; } = new int[Strip];

    public ushort[] Counts { get; } = new ushort[Strip];

    public int[] Open { get; } = new int[Strip + 4];

    /// <summary>By class to which products may be listed: all ones for the strip's terminals that sell them, else 0.</summary>
    public ushort[][] Listed { get; } = [new ushort[Strip], new ushort[Strip], new ushort[Strip]];

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

    /// <summary>Notes which terminals of a strip of the block sell, by class.</summary>
    public void MarkListed(int first, int count, int terminals, int leastRank)
    {
        for (var rank = leastRank; rank < Classes; rank++)
        {
            var strip = MeansTo(rank, terminals)[first..(first + count)];
            var marks = Listed[rank].AsSpan(0, count);
            for (var place = 0; place < count; place++)
                marks[place] = (ushort)(strip[place] > 0 ? ushort.MaxValue : 0);
        }
    }
}
