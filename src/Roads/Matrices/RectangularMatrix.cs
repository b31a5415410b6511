using Territory.Model.Geography;
using Territory.Model.Travel;

namespace Territory.Roads.Matrices;

/// <summary>Travel times and distances from m sources to n targets, row by row.</summary>
/// <remarks>Shape: m x n, row-major. Units: whole seconds and metres; <see cref="TravelMatrix.Unreachable"/> where no road leads.</remarks>
public sealed class RectangularMatrix
{
    private readonly int[] seconds;
    private readonly int[] meters;

    public RectangularMatrix(int sourceCount, int targetCount, int[] seconds, int[] meters, string source)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sourceCount);
        ArgumentOutOfRangeException.ThrowIfNegative(targetCount);
        var cells = (long)sourceCount * targetCount;
        if (seconds.Length != cells || meters.Length != cells)
            throw new ArgumentException($"A matrix from {sourceCount} sources to {targetCount} targets needs {cells} seconds and as many metres; got {seconds.Length} and {meters.Length}.");
        Source = source;
        SourceCount = sourceCount;
        TargetCount = targetCount;
        this.seconds = seconds;
        this.meters = meters;
    }

    public int SourceCount { get; }

    public int TargetCount { get; }

    /// <summary>Where the figures come from, as in <see cref="TravelMatrix.Source"/>.</summary>
    public string Source { get; }

    public ReadOnlySpan<int> Seconds => seconds;

    public ReadOnlySpan<int> Meters => meters;

    public ReadOnlySpan<int> SecondsFrom(int source) => seconds.AsSpan(source * TargetCount, TargetCount);

    public ReadOnlySpan<int> MetersFrom(int source) => meters.AsSpan(source * TargetCount, TargetCount);

    /// <summary>The same figures without copying, when sources and targets were the same points.</summary>
    internal TravelMatrix ToSquare() => new(SourceCount, seconds, meters, Source);

    /// <summary>The rows of the sources and the columns of the targets, out of a square over points that hold them all.</summary>
    internal static RectangularMatrix CutFrom(TravelMatrix square, GeoPoint[] points, IReadOnlyList<GeoPoint> sources, IReadOnlyList<GeoPoint> targets)
    {
        var places = points.Index().ToDictionary(point => point.Item, point => point.Index);
        var columns = targets.Select(target => places[target]).ToArray();
        var cutSeconds = new int[checked(sources.Count * columns.Length)];
        var cutMeters = new int[cutSeconds.Length];
        var cell = 0;
        foreach (var source in sources)
        {
            var row = places[source] * square.Size;
            foreach (var column in columns)
            {
                cutSeconds[cell] = square.Seconds[row + column];
                cutMeters[cell++] = square.Meters[row + column];
            }
        }

        return new RectangularMatrix(sources.Count, columns.Length, cutSeconds, cutMeters, square.Source);
    }
}
