using System.Runtime.CompilerServices;

namespace Territory.Optimizer.Routing;

/// <summary>The distance, or the duration, from every location to every other: a matrix, or a function of their coordinates that keeps no matrix.</summary>
/// <remarks>Memory: n² numbers for a matrix, 2n for coordinates. Both give the same whole numbers, so a problem may be had either way.</remarks>
public sealed class ArcLengths
{
    /// <summary>A matrix of more rows would have more cells than an array can.</summary>
    internal const int MostMatrixLocations = 46_340;

    private const int FullSpeed = 1_000;

    /// <summary>Cells are compared with those across the diagonal in squares of so many, which stay in the cache.</summary>
    private const int SquareSize = 64;

    private readonly int[] matrix = [];
    private readonly double[] x = [];
    private readonly double[] y = [];
    private readonly double scale;
    private readonly LengthRounding rounding;
    private readonly int permille = FullSpeed;
    private readonly Lazy<bool> isSymmetric;

    private ArcLengths(int[] matrix, int locationCount)
    {
        this.matrix = matrix;
        isSymmetric = new Lazy<bool>(IsMirrored);
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

    private ArcLengths(double[] x, double[] y, double scale, LengthRounding rounding, int permille = FullSpeed)
    {
        isSymmetric = new Lazy<bool>(true);
        this.permille = permille;
        this.x = x;
        this.y = y;
        this.scale = scale;
        this.rounding = rounding;
        LocationCount = x.Length;
        HasPlaces = x.Length == y.Length && double.IsFinite(scale) && scale >= 0 && x.All(double.IsFinite) && y.All(double.IsFinite);
        if (x.Length > 0 && HasPlaces)
            Longest = Slowed((long)Math.Ceiling(double.Hypot(x.Max() - x.Min(), y.Max() - y.Min()) * scale));
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

    /// <summary>Whether every length is that of the way back.</summary>
    internal bool IsSymmetric => isSymmetric.Value;

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
        var cells = NewMatrix(LocationCount);
        // A straight line is as long on the way back.
        for (var top = 0; top < LocationCount; top += SquareSize)
        {
            for (var left = 0; left <= top; left += SquareSize)
                FillSquares(cells, top, left);
        }

        return new ArcLengths(cells, LocationCount);
    }

    /// <summary>Of each pair the least of several lengths; no road where none of them has one.</summary>
    public static ArcLengths LeastOf(IReadOnlyList<ArcLengths> lengths)
    {
        ArgumentNullException.ThrowIfNull(lengths);
        if (lengths.Distinct().Count() == 1)
            return lengths[0];
        var least = lengths[0].ToMatrix().Matrix.ToArray();
        foreach (var others in lengths.Skip(1).Distinct().Select(other => other.ToMatrix().Matrix))
        {
            // NoRoad is more than any length. Matrices of several sizes are for the problem to refuse.
            for (var cell = 0; cell < Math.Min(least.Length, others.Length); cell++)
                least[cell] = Math.Min(least[cell], others[cell]);
        }

        return new ArcLengths(least, lengths[0].LocationCount);
    }

    /// <summary>Whether some pair is nearer by these lengths than by others, or has a road only by these.</summary>
    internal bool IsShorterSomewhere(ArcLengths others)
    {
        for (var from = 0; from < LocationCount && !ReferenceEquals(this, others); from++)
        {
            var row = From(from);
            var other = others.From(from);
            for (var to = 0; to < LocationCount; to++)
            {
                if (row[to] < other[to])
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether every pair that has a road by others has one by these.</summary>
    internal bool HasRoadsOf(ArcLengths others)
    {
        for (var from = 0; from < LocationCount && HasGaps; from++)
        {
            var row = From(from);
            var other = others.From(from);
            for (var to = 0; to < LocationCount; to++)
            {
                if (row[to] == ProblemData.NoRoad && other[to] != ProblemData.NoRoad)
                    return false;
            }
        }

        return true;
    }

    /// <summary>The same lengths as durations of who is slower or quicker by a number of thousandths, rounded to the nearest unit. A function stays one.</summary>
    internal ArcLengths AtSpeed(int thousandths)
    {
        if (thousandths == FullSpeed)
            return this;
        if (IsFunction && permille == FullSpeed)
            return new ArcLengths(x, y, scale, rounding, thousandths);
        var cells = ToMatrix().Matrix.ToArray();
        foreach (ref var cell in cells.AsSpan())
            cell = cell == ProblemData.NoRoad ? ProblemData.NoRoad : (int)Slowed(cell, thousandths);
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
            return new ArcLengths(someX, someY, scale, rounding, permille);
        }

        var cells = NewMatrix(locations.Length);
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
        var rounded = rounding switch
        {
            LengthRounding.Nearest => (int)(length + 0.5),
            LengthRounding.Down => (int)length,
            _ => (int)Math.Ceiling(length - 1e-9),
        };
        return permille == FullSpeed ? rounded : (int)Slowed(rounded);
    }

    private int Straight(int from, int to)
    {
        var dx = x[from] - x[to];
        var dy = y[from] - y[to];
        return Rounded(Math.Sqrt((dx * dx) + (dy * dy)));
    }

    private long Slowed(long length) => permille == FullSpeed ? length : Slowed(length, permille);

    private static long Slowed(long length, int thousandths) => ((length * FullSpeed) + (thousandths / 2)) / thousandths;

    private static int[] NewMatrix(int locations) => locations <= MostMatrixLocations ? new int[locations * locations]
        : throw new InvalidOperationException($"A matrix of {locations} locations has more cells than an array can.");

    private void FillSquares(int[] cells, int top, int left)
    {
        for (var from = top; from < Math.Min(top + SquareSize, LocationCount); from++)
        {
            for (var to = left; to < Math.Min(left + SquareSize, from + 1); to++)
                cells[(from * LocationCount) + to] = cells[(to * LocationCount) + from] = Straight(from, to);
        }
    }

    private bool IsMirrored()
    {
        for (var top = 0; IsSquare && top < LocationCount; top += SquareSize)
        {
            for (var left = 0; left <= top; left += SquareSize)
            {
                if (!IsMirrored(top, left))
                    return false;
            }
        }

        return IsSquare;
    }

    private bool IsMirrored(int top, int left)
    {
        for (var from = top; from < Math.Min(top + SquareSize, LocationCount); from++)
        {
            for (var to = left; to < Math.Min(left + SquareSize, from); to++)
            {
                if (matrix[(from * LocationCount) + to] != matrix[(to * LocationCount) + from])
                    return false;
            }
        }

        return true;
    }
}
