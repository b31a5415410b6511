namespace Territory.Simulation.Lab.Sweep;

/// <summary>The room in which one thread sweeps a block.</summary>
internal sealed class BlockScratch(int products)
{
    private const int Classes = 3;

    private readonly double[][] means = [[], [], []];

    public SweepTally Tally { get; } = new(products);

    /// <summary>Units asked for in vain: terminal, product, count.</summary>
    public List<(int Terminal, int Product, int Units)> Missing { get; } = [];

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
