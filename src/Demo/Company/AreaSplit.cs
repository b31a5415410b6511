using Territory.Demo.Outlets;
using Territory.Model.Regions;

namespace Territory.Demo.Company;

/// <summary>A rectangle of the plane in metres and the outlets in it.</summary>
internal sealed record Area(double West, double South, double East, double North, IReadOnlyList<OutletSite> Sites);

/// <summary>Splits the county into areas of nearly equal workload.</summary>
/// <remarks>
/// Algorithm: recursive bisection along the longer side of the outlets' extent, at the outlet where the workload divides in proportion to the number
/// of areas on each side; the rectangles have no gap and no overlap. Complexity: O(n log n) per level.
/// Source: Berger and Bokhari, "A partitioning strategy for nonuniform problems on multiprocessors", 1987.
/// </remarks>
internal static class AreaSplit
{
    public static IReadOnlyList<Area> Split(Area whole, int parts)
    {
        if (parts == 1)
            return [whole];
        var left = parts / 2;
        var alongEast = Extent(whole, site => site.At.East) >= Extent(whole, site => site.At.North);
        Func<OutletSite, double> coordinate = alongEast ? site => site.At.East : site => site.At.North;
        var sorted = whole.Sites.OrderBy(coordinate).ThenBy(site => site.Number).ToList();
        var target = sorted.Sum(Workload) * (double)left / parts;
        var taken = 0.0;
        var cut = 0;
        while (cut < sorted.Count - 1 && taken + (Workload(sorted[cut]) / 2.0) < target)
            taken += Workload(sorted[cut++]);
        var line = (coordinate(sorted[Math.Max(0, cut - 1)]) + coordinate(sorted[cut])) / 2;
        var first = whole with { Sites = sorted[..cut] };
        var second = whole with { Sites = sorted[cut..] };
        (first, second) = alongEast ? (first with { East = line }, second with { West = line }) : (first with { North = line }, second with { South = line });
        return [.. Split(first, left), .. Split(second, parts - left)];
    }

    /// <summary>Visits in a cycle of four weeks.</summary>
    private static int Workload(OutletSite site) => ClassPolicy.Standard.Single(policy => policy.Class == site.Class).VisitsPerCycle;

    private static double Extent(Area area, Func<OutletSite, double> coordinate) => area.Sites.Max(coordinate) - area.Sites.Min(coordinate);
}
