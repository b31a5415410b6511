namespace Territory.Simulation.Lab.Calibration;

/// <summary>How a model is tried on weeks it has not seen.</summary>
/// <param name="FitWeeks">The first weeks of history, which the parameters are fitted to; the others are forecast.</param>
/// <param name="Forecasts">Runs with parameter sets of the posterior, from which the band is read.</param>
/// <param name="Band">The share of runs within the band, for example 0.9: from the 5 % to the 95 % quantile.</param>
public sealed record BacktestOptions(CalibrationOptions Calibration, int FitWeeks, int Forecasts = 200, double Band = 0.9)
{
    /// <summary>How many rows of history, from the first on, are forecast and judged; the others only help to fit. Null: all.</summary>
    public int? Judged { get; init; }

    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public void Validate(int weeks)
    {
        Calibration.Validate();
        if (FitWeeks < 1 || FitWeeks >= weeks)
            throw new ArgumentException($"Of {weeks} weeks of history 1 to {weeks - 1} can be fitted to, so that one at least is held out; got {FitWeeks}.");
        if (Forecasts < 20)
            throw new ArgumentException($"A band needs at least 20 forecasts; got {Forecasts}.");
        if (!(Band is > 0 and < 1))
            throw new ArgumentException($"The band must hold a share between 0 and 1; got {Band}.");
    }
}
