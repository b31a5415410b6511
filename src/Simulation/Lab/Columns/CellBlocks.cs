namespace Territory.Simulation.Lab.Columns;

/// <summary>Cuts a region into blocks of whole cells, which threads may sweep without meeting.</summary>
internal static class CellBlocks
{
    /// <summary>Large enough to forget the block's own cost, small enough for its columns to stay in a core's cache.</summary>
    public const int Usual = 2_048;

    /// <summary>The first terminal of each block, and the count at the end.</summary>
    public static int[] Of(ReadOnlySpan<int> firstOfCell)
    {
        var starts = new List<int> { 0 };
        for (var cell = 1; cell < firstOfCell.Length; cell++)
        {
            if (firstOfCell[cell] - starts[^1] >= Usual)
                starts.Add(firstOfCell[cell]);
        }

        if (starts[^1] != firstOfCell[^1])
            starts.Add(firstOfCell[^1]);
        return [.. starts];
    }
}
