namespace Territory.Simulation.Lab.Calibration;

/// <summary>How long and how finely to calibrate.</summary>
public sealed record CalibrationOptions
{
    public required ulong Seed { get; init; }

    /// <summary>Parameter sets in each population.</summary>
    public int Population { get; init; } = 400;

    /// <summary>Runs of the model altogether. A population that the budget cuts short is dropped.</summary>
    public int Budget { get; init; } = 40_000;

    /// <summary>The first population is the nearest of so many times its number, drawn from the prior.</summary>
    public int FirstFactor { get; init; } = 5;

    /// <summary>Each population's tolerance is this quantile of the distances of the one before it.</summary>
    public double Shrink { get; init; } = 0.5;

    /// <summary>Ends when a population has been made at this tolerance. Distances are in spreads of the prior's own figures, a root mean square over figures.</summary>
    public double Tolerance { get; init; }

    /// <summary>Ends when fewer of the proposals are accepted: smaller tolerances would change little and cost much.</summary>
    public double LeastAcceptance { get; init; } = 0.02;

    /// <summary>Corrects the parameters for what distance is left, by local linear regression on the figures.</summary>
    public bool Regression { get; init; } = true;

    /// <summary>Runs at once; the posterior is the same for any number.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public void Validate()
    {
        if (Population < 20)
            throw new ArgumentException($"A population has at least 20 parameter sets; got {Population}.");
        if (FirstFactor < 1 || (long)FirstFactor * Population > Budget)
            throw new ArgumentException($"The first population of {FirstFactor} x {Population} runs must be within the budget of {Budget}.");
        if (!(Shrink is > 0 and < 1))
            throw new ArgumentException($"Shrink must lie between 0 and 1; got {Shrink}.");
        if (!(Tolerance >= 0 && LeastAcceptance is >= 0 and < 1))
            throw new ArgumentException($"The tolerance must be at least 0 and the acceptance within [0, 1); got {Tolerance} and {LeastAcceptance}.");
        if (Threads < 1)
            throw new ArgumentException($"Threads must be at least 1; got {Threads}.");
    }
}
