using System.Runtime.CompilerServices;

namespace Territory.Optimizer.Routing;

/// <summary>The distance, or the duration, from every location to every other: a matrix, or a function of their coordinates that keeps no matrix.</summary>
/// <remarks>Memory: n² numbers for a matrix, 2n for coordinates. Both give the same whole numbers, so a problem may be had either way.</remarks>
public sealed class ArcLengths
{
    private readonly int[] matrix = [];
    private readonly double[] x = [];
    private readonly double[] y = [];
    private readonly double scale;
    private readonly LengthRounding rounding;

    private ArcLengths(int[] matrix, int locationCount)
    {
        this.matrix = matrix;
        LocationCount = locationCount;
        IsSquare = matrix.Length == (long)locationCount * locationCount;
        foreach (var value in matrix.AsSpan())
        {
            if (value != ProblemData.NoRoad)
                Longest = Math.Max(Longest, value);
            HasNegative |= value < 0;
            HasGaps |= value == ProblemData.NoRoad;
        }
    }

    private ArcLengths(double[] x, double[] y, double scale, LengthRounding rounding)
    {
        this.x = x;
        this.y = y;
        this.scale = scale;
        this.rounding = rounding;
        LocationCount = x.Length;
        HasPlaces = x.Length == y.Length && double.IsFinite(scale) && scale >= 0 && x.All(double.IsFinite) && y.All(double.IsFinite);
        if (x.Length > 0 && HasPlaces)
            Longest = (long)Math.Ceiling(double.Hypot(x.Max() - x.Min(), y.Max() - y.Min()) * scale);
    }

    public int LocationCount { get; }

    /// <summary>No length is above this; <see cref="ProblemData.NoRoad"/> is not counted.</summary>
    public long Longest { get; }

    /// <summary>Whether the lengths follow from coordinates and no matrix is kept.</summary>
    public bool IsFunction => x.Length > 0;

    /// <summary>Row-major from source to target; empty where the lengths are a function.</summary>
    internal int[] Matrix => matrix;

    /// <summary>Whether a matrix has a row and a column for every location; a problem with another is refused.</summary>
    internal bool IsSquare { get; } = true;

    /// <summary>Whether coordinates and their scale are numbers, and as many of both; a problem with others is refused.</summary>
    internal bool HasPlaces { get; } = true;

    internal bool HasNegative { get; }

    /// <summary>Whether there is a pair without a road.</summary>
    internal bool HasGaps { get; }

    internal ReadOnlySpan<double> X => x;

    internal ReadOnlySpan<double> Y => y;

    /// <summary>A matrix that is not square is for the problem to refuse, beside its other faults.</summary>
    public static ArcLengths OfMatrix(int[] matrix, int locationCount) => new(matrix, locationCount);

    /// <summary>Straight lines between points. Points that are no numbers are for the problem to refuse.</summary>
    /// <param name="scale">Units of length for one unit of the coordinates.</param>
    public static ArcLengths OfCoordinates(double[] x, double[] y, double scale, LengthRounding rounding) => new(x, y, scale, rounding);

    /// <summary>The same lengths as a matrix.</summary>
    public ArcLengths ToMatrix()
    {
        if (!IsFunction)
            return this;
        var cells = new int[LocationCount * LocationCount];
        for (int from = 0, cell = 0; from < LocationCount; from++)
        {
            for (var to = 0; to < LocationCount; to++)
                cells[cell++] = Straight(from, to);
        }

        return new ArcLengths(cells, LocationCount);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Between(int from, int to)
    {
        var cells = matrix;
        return cells.Length > 0 ? cells[(from * LocationCount) + to] : Straight(from, to);
    }

    /// <summary>The lengths between some of the locations, in the order given.</summary>
    internal ArcLengths Of(ReadOnlySpan<int> locations)
    {
        if (IsFunction)
        {
            var (someX, someY) = (new double[locations.Length], new double[locations.Length]);
            for (var i = 0; i < locations.Length; i++)
                (someX[i], someY[i]) = (x[locations[i]], y[locations[i]]);
            return new ArcLengths(someX, someY, scale, rounding);
        }

        var cells = new int[locations.Length * locations.Length];
        var cell = 0;
        foreach (var from in locations)
        {
            var row = matrix.AsSpan(from * LocationCount, LocationCount);
            foreach (var to in locations)
                cells[cell++] = row[to];
        }

        return new ArcLengths(cells, locations.Length);
    }

    internal ArcRow From(int location) => new(this, location);

    /// <summary>How long a straight line of this many units of the coordinates is.</summary>
    internal int Rounded(double units)
    {
        var length = units * scale;
        return rounding switch
        {
            LengthRounding.Nearest => (int)(length + 0.5),
            LengthRounding.Down => (int)length,
            _ => (int)Math.Ceiling(length - 1e-9),
        };
    }

    private int Straight(int from, int to)
    {
        var dx = x[from] - x[to];
        var dy = y[from] - y[to];
        return Rounded(Math.Sqrt((dx * dx) + (dy * dy)));
    }
}
