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

    public double[] Uniforms { get; } = new double[ScalarSales.Group * Strip];

    /// <summary>Of one product: means, the chances of no sale, and the ratio a of the demand law.</summary>
    public double[] Means { get; } = new double[Strip];

    public double[] Firsts { get; } = new double[Strip];

    public double[] Ratios { get; } = new double[Strip];

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
