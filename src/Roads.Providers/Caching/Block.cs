namespace Territory.Roads.Providers.Caching;

/// <summary>A rectangle of pairs, as rows and columns of a larger one.</summary>
internal readonly record struct Block(int[] Rows, int[] Columns)
{
    public long Cells => (long)Rows.Length * Columns.Length;
}
