namespace Territory.Simulation.Lab.Rules;

/// <summary>Sales of a weekday over the average day's.</summary>
/// <remarks>factor(day) / mean of the seven. Source: trade practice; the season's rule is <see cref="Market.Rules.DemandRates.SeasonFactor"/>.</remarks>
public static class WeekdayRule
{
    /// <param name="factors">Monday first.</param>
    public static double Factor(IReadOnlyList<double> factors, DateOnly date)
    {
        var sum = 0.0;
        foreach (var factor in factors)
            sum += factor;
        return factors[MondayFirst(date)] * 7 / sum;
    }

    /// <summary>0 for Monday to 6 for Sunday.</summary>
    public static int MondayFirst(DateOnly date) => ((int)date.DayOfWeek + 6) % 7;
}
