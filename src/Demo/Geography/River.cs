namespace Territory.Demo.Geography;

/// <summary>The river (云溪河) that runs from west to east through the county and can be crossed at few bridges only.</summary>
internal static class River
{
    public const double HalfWidthMeters = 45;

    private const double ClearanceMeters = 90;
    private const double HalfLengthMeters = 27_000;
    private const double StepMeters = 250;

    /// <summary>North coordinate of the middle of the river at an east coordinate: three waves of unequal length.</summary>
    public static double NorthAt(double east) =>
        -520 + (260 * Math.Sin(east / 2100)) + (900 * Math.Sin((east / 7300) + 0.6) * Reach(east)) + (1500 * Math.Sin((east / 15_500) - 0.3) * Reach(east));

    public static bool IsNorth(PlanePoint point) => point.North > NorthAt(point.East);

    public static bool Separates(PlanePoint a, PlanePoint b) => IsNorth(a) != IsNorth(b);

    /// <summary>The same point, or the nearest bank on its own side when it lies in the river or too close to it.</summary>
    public static PlanePoint KeepDry(PlanePoint point, bool north)
    {
        var middle = NorthAt(point.East);
        return north
            ? point with { North = Math.Max(point.North, middle + ClearanceMeters) }
            : point with { North = Math.Min(point.North, middle - ClearanceMeters) };
    }

    /// <summary>The water surface as a closed ring.</summary>
    public static IReadOnlyList<PlanePoint> Surface()
    {
        var north = new List<PlanePoint>();
        var south = new List<PlanePoint>();
        for (var east = -HalfLengthMeters; east <= HalfLengthMeters; east += StepMeters)
        {
            var width = HalfWidthMeters * (1 + (0.35 * Math.Sin(east / 1700)));
            north.Add(new PlanePoint(east, NorthAt(east) + width));
            south.Add(new PlanePoint(east, NorthAt(east) - width));
        }

        south.Reverse();
        return [.. north, .. south, north[0]];
    }

    // The big bends fade out towards the county seat, which was built where the river runs straight.
    private static double Reach(double east) => 1 - Math.Exp(-(east / 6000) * (east / 6000));
}
