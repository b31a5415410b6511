using Territory.Model.Geography;

namespace Territory.Roads.Calibration;

/// <summary>Travel times and lengths that others measured or computed, to fit speeds to: from m sources to n targets.</summary>
/// <param name="Sources">m places.</param>
/// <param name="Targets">n places.</param>
/// <param name="Seconds">m rows of n; NaN where nothing is known.</param>
/// <param name="Meters">Of the same trips, so that speeds lead along the same roads; NaN where nothing is known.</param>
public sealed record ObservedTravel(
    IReadOnlyList<GeoPoint> Sources, IReadOnlyList<GeoPoint> Targets, IReadOnlyList<double[]> Seconds, IReadOnlyList<double[]> Meters)
{
    /// <summary>The trips from some of the sources.</summary>
    public ObservedTravel Rows(Predicate<int> isWanted)
    {
        int[] rows = [.. Enumerable.Range(0, Sources.Count).Where(row => isWanted(row))];
        return new ObservedTravel([.. rows.Select(row => Sources[row])], Targets, [.. rows.Select(row => Seconds[row])], [.. rows.Select(row => Meters[row])]);
    }
}
