namespace Territory.Simulation.Batch;

/// <summary>What a run gave.</summary>
/// <param name="StateHash">SHA-256 of the final state, in hexadecimal.</param>
public sealed record MarketRunResult(long Seed, IReadOnlyList<DayFigures> Days, string StateHash)
{
    public long UnitsSold => Days.Sum(day => day.UnitsSold);

    public long UnitsLost => Days.Sum(day => day.UnitsLost);

    /// <summary>Units sold over units asked for (满足率).</summary>
    public double FillRate => UnitsSold + UnitsLost == 0 ? 1 : (double)UnitsSold / (UnitsSold + UnitsLost);

    public double OutOfStockRate => Days.Average(day => day.OutOfStockRate);

    public double VisitCoverage => Share(Days.Sum(day => day.VisitsDone), Days.Sum(day => day.VisitsPlanned));

    public double OnTimeRate => Share(Days.Sum(day => day.DropsOnTime), Days.Sum(day => day.DeliveriesDue));

    public int Orders => Days.Sum(day => day.Orders);

    public double NumericDistribution => Days[^1].NumericDistribution;

    public double WeightedDistribution => Days[^1].WeightedDistribution;

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
