namespace Territory.Simulation.Lab.Scenarios.Runs;

/// <summary>How a scenario and its variants are replicated.</summary>
public sealed record ScenarioRunOptions
{
    public const int UsualReplications = 30;

    public ulong Seed { get; init; } = 1;

    /// <summary>At most, where <see cref="ContributionWithin"/> is given; else exactly so many.</summary>
    public int Replications { get; init; } = UsualReplications;

    /// <summary>Replications at once. It never changes a result.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Each replication is the mean of two runs with opposite luck.</summary>
    public bool Antithetic { get; init; }

    public double Confidence { get; init; } = 0.95;

    /// <summary>Stop when the interval of every region's contribution is within this share of its mean: 0.02 is plus or minus 2 %.</summary>
    public double? ContributionWithin { get; init; }
}
