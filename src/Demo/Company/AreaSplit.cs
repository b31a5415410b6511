namespace Territory.Demo.Company;

/// <summary>Splits a region into areas of nearly equal workload.</summary>
/// <remarks>
/// Algorithm: recursive bisection along the longer side of the outlets' extent, at the outlet where the workload divides in proportion to the number
/// of areas on each side; the rectangles have no gap and no overlap. Complexity: O(n log n) per level.
/// Source: Berger and Bokhari, "A partitioning strategy for nonuniform problems on multiprocessors", 1987.
/// </remarks>
internal static class AreaSplit
{
    public static IReadOnlyList<Area> Split(Area whole, int parts)
    {
        if (parts <= 1 || whole.Spots.Count < 2)
            return [whole];
        var left = parts / 2;
        var alongEast = Extent(whole, spot => spot.At.East) >= Extent(whole, spot => spot.At.North);
        Func<Spot, double> coordinate = alongEast ? spot => spot.At.East : spot => spot.At.North;
        var sorted = whole.Spots.OrderBy(coordinate).ThenBy(spot => spot.Number).ToList();
        var target = whole.Workload * (double)left / parts;
        var taken = 0.0;
        var cut = 0;
        while (cut < sorted.Count - 1 && (cut == 0 || taken + (sorted[cut].Workload / 2.0) < target))
            taken += sorted[cut++].Workload;
        var line = (coordinate(sorted[cut - 1]) + coordinate(sorted[cut])) / 2;
        var first = whole with { Spots = sorted[..cut] };
        var second = whole with { Spots = sorted[cut..] };
        (first, second) = alongEast ? (first with { East = line }, second with { West = line }) : (first with { North = line }, second with { South = line });
        return [.. Split(first, left), .. Split(second, parts - left)];
    }

    private static double Extent(Area area, Func<Spot, double> coordinate) => area.Spots.Max(coordinate) - area.Spots.Min(coordinate);
}
