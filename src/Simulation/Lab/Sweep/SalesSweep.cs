using Territory.Simulation.Lab.Columns;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>A day's sales of all terminals of a region: demand, shelf, and what shoppers do who find it empty.</summary>
/// <remarks>
/// Blocks of whole cells, each in three passes: means from rate and goodwill; product by product demand against stock
/// (<see cref="ScalarSales"/> or <see cref="VectorSales"/>, equal to the bit); then the few units asked for in vain, terminal by terminal in order of
/// products. A block touches nothing outside its cells and counts in whole numbers, so that threads change nothing.
/// Complexity: terminals x products.
/// </remarks>
internal sealed class SalesSweep(RegionState state, int threads, bool scalar)
{
    private readonly ProductTable products = state.Products;
    private readonly int[] blocks = CellBlocks.Of(state.Layout.FirstOfCell);
    private readonly MeanPass means =
        new(state.Layout, state.Columns, state.Setup.Rules.Response, state.Products.LeastListed < 2, ShelfEffects.Of(state));
    private readonly ScalarSales scalars = new(state);
    private readonly VectorSales vectors = new(state);
    private readonly MissingPass missing = new(state);
    private readonly BlockScratch scratch = new(state.Products.Count);

    public void Run(SalesDay day, SweepTally total)
    {
        total.Clear();
        if (threads == 1 || blocks.Length == 2)
        {
            scratch.Tally.Clear();
            for (var block = 0; block < blocks.Length - 1; block++)
                Run(day, block, scratch);
            total.Add(scratch.Tally);
            return;
        }

        Parallel.For(
            0, blocks.Length - 1, new ParallelOptions { MaxDegreeOfParallelism = threads },
            () => new BlockScratch(products.Count),
            (block, _, own) =>
            {
                Run(day, block, own);
                return own;
            },
            own =>
            {
                lock (total)
                    total.Add(own.Tally);
            });
    }

    private void Run(SalesDay day, int block, BlockScratch own)
    {
        var (from, to) = (blocks[block], blocks[block + 1]);
        own.Missing.Clear();
        if (!means.Run(day.RunDay, from, to, own, scalar))
            return;
        if (scalar)
            scalars.Run(day, from, from, to, to - from, own);
        else
            vectors.Run(day, from, to, own);
        missing.Run(day, own);
    }
}
