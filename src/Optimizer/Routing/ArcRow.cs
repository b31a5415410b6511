using System.Runtime.CompilerServices;

namespace Territory.Optimizer.Routing;

/// <summary>The lengths from one location, for a loop over many others: the row of the matrix is found once.</summary>
internal readonly ref struct ArcRow(ArcLengths lengths, int from)
{
    private readonly ReadOnlySpan<int> row = lengths.IsFunction ? default : lengths.Matrix.AsSpan(from * lengths.LocationCount, lengths.LocationCount);

    public int this[int to]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => row.Length > 0 ? row[to] : lengths.Between(from, to);
    }
}
