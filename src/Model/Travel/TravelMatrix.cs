using Territory.Model.Quantities;

namespace Territory.Model.Travel;

/// <summary>Travel times and distances between n points, row by row from source to target.</summary>
/// <remarks>Shape: n x n, row-major. Units: whole seconds and metres. <see cref="Unreachable"/> marks a pair without a road.</remarks>
public sealed class TravelMatrix
{
    /// <summary>The value of a pair that no road connects; never a large number that could be added up by mistake.</summary>
    public const int Unreachable = -1;

    /// <summary>How the <see cref="Source"/> of figures begins that no road was followed for; people are warned of plans made on them.</summary>
    public const string StraightLinePrefix = "straight-line";

    private readonly int[] seconds;
    private readonly int[] meters;

    public TravelMatrix(int size, int[] seconds, int[] meters, string source)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        if (seconds.Length != size * size || meters.Length != size * size)
            throw new ArgumentException($"A matrix of {size} points needs {size * size} seconds and as many metres; got {seconds.Length} and {meters.Length}.");
        Size = size;
        this.seconds = seconds;
        this.meters = meters;
        Source = source;
    }

    public int Size { get; }

    /// <summary>Where the figures come from, for the plan's provenance.</summary>
    public string Source { get; }

    /// <summary>Whether a source's figures are an approximation by air distance.</summary>
    public static bool IsStraightLine(string source) => source.StartsWith(StraightLinePrefix, StringComparison.Ordinal);

    public ReadOnlySpan<int> Seconds => seconds;

    public ReadOnlySpan<int> Meters => meters;

    public bool IsReachable(int from, int to) => seconds[(from * Size) + to] != Unreachable;

    /// <exception cref="InvalidOperationException">The pair is unreachable; ask <see cref="IsReachable"/> first.</exception>
    public Duration TimeBetween(int from, int to) => new(Reachable(seconds, from, to));

    /// <exception cref="InvalidOperationException">The pair is unreachable; ask <see cref="IsReachable"/> first.</exception>
    public Distance DistanceBetween(int from, int to) => new(Reachable(meters, from, to));

    private int Reachable(int[] values, int from, int to)
    {
        var value = values[(from * Size) + to];
        return value != Unreachable ? value : throw new InvalidOperationException($"No road leads from point {from} to point {to}.");
    }
}
