using Territory.Simulation.Lab.Calibration;

namespace Territory.Simulation.Lab.Scenarios.Fitting;

/// <summary>How a scenario is fitted to a market's history and tried on the weeks held out.</summary>
public sealed record MarketFitOptions
{
    public required CalibrationOptions Calibration { get; init; }

    /// <summary>The last weeks of history, which are forecast and not fitted to.</summary>
    public int HeldOutWeeks { get; init; } = 4;

    /// <summary>Side of the squares by which forecasts are judged.</summary>
    public double SquareKilometres { get; init; } = 3;

    public int Forecasts { get; init; } = 200;

    /// <summary>The share of forecasts within the band.</summary>
    public double Band { get; init; } = 0.9;
}
