namespace Territory.Simulation.Lab.Statistics;

/// <summary>How a scenario is replicated (重复仿真计划). Two scenarios under plans of one seed have common random numbers.</summary>
public sealed record ReplicationPlan
{
    /// <summary>After how many replications, counted in their order, it is decided again whether to go on; never a matter of threads.</summary>
    public const int Batch = 10;

    public const int MostReplications = 100_000;

    public required ulong Seed { get; init; }

    /// <summary>How many there are at most; without <see cref="Stopping"/> exactly so many.</summary>
    public required int Replications { get; init; }

    /// <summary>Names of the figures in the order in which the model gives them.</summary>
    public required IReadOnlyList<string> Figures { get; init; }

    /// <summary>A replication is a pair of runs, u and 1 - u, and its figures are the pair's mean: the two runs are not independent, their means are.</summary>
    public bool Antithetic { get; init; }

    public double Confidence { get; init; } = 0.95;

    public SequentialStopping? Stopping { get; init; }

    /// <summary>Replications at once; the results are the same for any number.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public void Validate()
    {
        if (Replications is < 1 or > MostReplications)
            throw new ArgumentException($"Replications must be 1 to {MostReplications}; got {Replications}.");
        if (Figures.Count == 0)
            throw new ArgumentException("A plan needs the name of at least one figure.");
        if (!(Confidence is > 0 and < 1))
            throw new ArgumentException($"Confidence must lie between 0 and 1; got {Confidence}.");
        if (Threads < 1)
            throw new ArgumentException($"Threads must be at least 1; got {Threads}.");
        Stopping?.Validate(Figures.Count);
    }
}
