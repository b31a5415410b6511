namespace Territory.Grains.Work;

/// <summary>The bounds of the <see cref="SolverPool"/>.</summary>
public sealed record SolverPoolOptions
{
    /// <summary>Threads that solve; one less than the machine's cores, so that actors always have one.</summary>
    public int Threads { get; init; } = Math.Max(1, Environment.ProcessorCount - 1);

    public int QueueLimit { get; init; } = 256;

    /// <summary>What threads and metrics call the pool.</summary>
    public string Name { get; init; } = "solver";

    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public void Validate()
    {
        if (Threads is < 1 or > 256)
            throw new ArgumentException($"Solver threads: {Threads}, must be 1 to 256.");
        if (QueueLimit < 1)
            throw new ArgumentException($"Solver queue limit: {QueueLimit}, must be at least 1.");
    }
}
