using Territory.Model.Travel;

namespace Territory.Roads.Matrices;

/// <summary>Travel times and distances from m sources to n targets, row by row.</summary>
/// <remarks>Shape: m x n, row-major. Units: whole seconds and metres; <see cref="TravelMatrix.Unreachable"/> where no road leads.</remarks>
public sealed class RectangularMatrix
{
    private readonly int[] seconds;
    private readonly int[] meters;

    internal RectangularMatrix(int sourceCount, int targetCount, int[] seconds, int[] meters)
    {
        SourceCount = sourceCount;
        TargetCount = targetCount;
        this.seconds = seconds;
        this.meters = meters;
    }

    public int SourceCount { get; }

    public int TargetCount { get; }

    public ReadOnlySpan<int> Seconds => seconds;

    public ReadOnlySpan<int> Meters => meters;

    public ReadOnlySpan<int> SecondsFrom(int source) => seconds.AsSpan(source * TargetCount, TargetCount);

    public ReadOnlySpan<int> MetersFrom(int source) => meters.AsSpan(source * TargetCount, TargetCount);

    /// <summary>The same figures without copying, when sources and targets were the same points.</summary>
    internal TravelMatrix ToSquare(string source) => new(SourceCount, seconds, meters, source);
}
