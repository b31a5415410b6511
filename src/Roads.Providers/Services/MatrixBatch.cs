namespace Territory.Roads.Providers.Services;

/// <summary>The part of a matrix that one request asks for.</summary>
internal readonly record struct MatrixBatch(int FirstSource, int SourceCount, int FirstTarget, int TargetCount)
{
    /// <summary>
    /// Covers sources x targets with blocks within both limits, each cell once: one block where all fits, long strips where one side is short, else
    /// blocks as near to squares as the limits let them be, which need the fewest points sent for their pairs.
    /// </summary>
    /// <param name="areSame">Sources and targets are one list; a request for all of it names each point once.</param>
    public static IEnumerable<MatrixBatch> Cover(int sources, int targets, bool areSame, int maxPoints, int maxPairs)
    {
        if (sources == 0 || targets == 0)
            yield break;
        var points = areSame ? sources : sources + targets;
        var fits = points <= maxPoints && (long)sources * targets <= maxPairs;
        var (height, width) = fits ? (sources, targets) : Block(sources, targets, maxPoints, maxPairs);
        for (var row = 0; row < sources; row += height)
        {
            for (var column = 0; column < targets; column += width)
                yield return new MatrixBatch(row, Math.Min(height, sources - row), column, Math.Min(width, targets - column));
        }
    }

    private static (int Height, int Width) Block(int sources, int targets, int maxPoints, int maxPairs)
    {
        var side = Math.Max(1, Math.Min(maxPoints / 2, (int)Math.Sqrt(maxPairs)));
        if (sources < side)
            return (sources, Across(sources));
        return targets < side ? (Across(targets), targets) : (side, side);

        int Across(int shortSide) => Math.Max(1, Math.Min(maxPoints - shortSide, maxPairs / shortSide));
    }
}
