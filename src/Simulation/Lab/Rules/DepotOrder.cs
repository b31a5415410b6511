namespace Territory.Simulation.Lab.Rules;

/// <summary>What a distributor orders at the factory (经销商订货), in cases.</summary>
/// <remarks>
/// Expected orders a day: f(t+1) = f(t) + (orders(t) - f(t))/16, in thousandths of a case. Position = depot + on the way - waiting orders. Up to
/// S = max(2 least, f x cover days) when the position is below s = max(least, f x reorder days), as far as cash, the credit line and what is already
/// owed allow. Source: (s,S) after Scarf 1960 with exponential smoothing after Brown 1959; standard.
/// </remarks>
public static class DepotOrder
{
    private const int SmoothingDays = 16;

    public static long Forecast(long thousandths, long casesOrdered) => thousandths + (((casesOrdered * 1000) - thousandths) / SmoothingDays);

    public static long Target(long forecastThousandths, int coverDays, int leastCases) =>
        Math.Max(2L * leastCases, ((forecastThousandths * coverDays) + 999) / 1000);

    public static long Need(long position, long forecastThousandths, int reorderDays, int coverDays, int leastCases)
    {
        var reorder = Math.Max(leastCases, ((forecastThousandths * reorderDays) + 999) / 1000);
        return position < reorder ? Math.Max(0, Target(forecastThousandths, coverDays, leastCases) - position) : 0;
    }

    public static long Affordable(long need, long minorUnitsLeft, long pricePerCase) =>
        pricePerCase == 0 ? need : Math.Min(need, Math.Max(0, minorUnitsLeft) / pricePerCase);
}
