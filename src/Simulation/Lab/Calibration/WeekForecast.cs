namespace Territory.Simulation.Lab.Calibration;

/// <summary>One held-out week: what was forecast, with its band, and what came.</summary>
/// <param name="Week">From 0, of the whole history.</param>
public sealed record WeekForecast(int Week, double Actual, double Low, double Median, double High)
{
    public bool IsWithinBand => Low <= Actual && Actual <= High;
}
