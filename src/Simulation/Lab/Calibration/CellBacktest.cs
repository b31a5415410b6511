namespace Territory.Simulation.Lab.Calibration;

/// <summary>The held-out weeks of one cell, or of all together.</summary>
/// <param name="Mape">Mean of |actual - median| / |actual| over the weeks whose actual is not 0; null where there is none.</param>
/// <param name="Coverage">The share of weeks whose actual came within the band.</param>
public sealed record CellBacktest(IReadOnlyList<WeekForecast> Weeks, double? Mape, double Coverage)
{
    public static CellBacktest Of(IReadOnlyList<WeekForecast> weeks)
    {
        double[] errors = [.. weeks.Where(week => week.Actual != 0).Select(week => Math.Abs((week.Actual - week.Median) / week.Actual))];
        return new CellBacktest(
            weeks, errors.Length > 0 ? errors.Average() : null, (double)weeks.Count(week => week.IsWithinBand) / weeks.Count);
    }
}
