using Territory.Model.Geography;

namespace Territory.Simulation.Lab.FieldCosts;

/// <summary>Where the terminals of a region are, in kilometres east and north of where its reps and vehicles start.</summary>
/// <remarks>Degrees become kilometres on a plane that touches the sphere at the start; a region of 200 km is off by less than 0.1 %.</remarks>
public sealed class FieldPlaces
{
    private const double KilometersPerDegree = 111.19508;

    private readonly double[] east;
    private readonly double[] north;
    private readonly double[] reachKilometers;

    /// <exception cref="ArgumentException">There is no terminal, there are more of one coordinate than of the other, or one is no number.</exception>
    public FieldPlaces(double[] eastKilometers, double[] northKilometers)
    {
        if (eastKilometers.Length == 0 || eastKilometers.Length != northKilometers.Length)
            throw new ArgumentException($"A region has at least one terminal with both coordinates; got {eastKilometers.Length} and {northKilometers.Length}.");
        if (!eastKilometers.Concat(northKilometers).All(double.IsFinite))
            throw new ArgumentException("The place of a terminal is not a finite number.");
        (east, north) = (eastKilometers, northKilometers);
        reachKilometers = [.. east.Zip(north, (x, y) => Math.Sqrt((x * x) + (y * y)))];
        Scale = new FieldScale(east.Length, ConvexHull.Area(east, north), reachKilometers.Average());
    }

    public FieldScale Scale { get; }

    public int Count => east.Length;

    /// <summary>Straight distance from the start to each terminal.</summary>
    public ReadOnlySpan<double> ReachKilometers => reachKilometers;

    public static FieldPlaces Of(GeoPoint start, IReadOnlyList<GeoPoint> terminals)
    {
        var shrink = Cosine(double.DegreesToRadians(start.Latitude));
        return new FieldPlaces(
            [.. terminals.Select(terminal => (terminal.Longitude - start.Longitude) * shrink * KilometersPerDegree)],
            [.. terminals.Select(terminal => (terminal.Latitude - start.Latitude) * KilometersPerDegree)]);
    }

    /// <summary>The terminals nearest to one of them, itself first.</summary>
    public int[] Nearest(int terminal, int count)
    {
        var squares = new double[east.Length];
        for (var other = 0; other < squares.Length; other++)
        {
            var (dx, dy) = (east[other] - east[terminal], north[other] - north[terminal]);
            squares[other] = (dx * dx) + (dy * dy);
        }

        return [.. Enumerable.Range(0, squares.Length).OrderBy(other => other == terminal ? -1 : squares[other]).ThenBy(other => other).Take(count)];
    }

    /// <summary>Taylor's series, so that a region has the same bits on every machine; within 1e-15 up to a right angle.</summary>
    private static double Cosine(double angle)
    {
        var (term, sum) = (1.0, 1.0);
        for (var even = 2; even <= 26; even += 2)
        {
            term *= -angle * angle / (even * (even - 1));
            sum += term;
        }

        return sum;
    }
}
