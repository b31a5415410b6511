namespace Territory.Simulation.Market;

/// <summary>A triangular factor on a planned time.</summary>
public readonly record struct NoiseRange(double Least, double Mode, double Most)
{
    /// <summary>Exactly as planned.</summary>
    public static NoiseRange None => new(1, 1, 1);
}
