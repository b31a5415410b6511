namespace Territory.Simulation.Lab.Calibration;

/// <summary>A parameter with what it is taken to be and how low and how high it may be.</summary>
public sealed record Assumption(string Name, double Low, double Base, double High)
{
    /// <summary>Of a calibrated parameter: its median between its 5 % and 95 % quantiles.</summary>
    public static Assumption Of(ParameterEstimate estimate) => new(estimate.Name, estimate.Low, estimate.Median, estimate.High);
}
