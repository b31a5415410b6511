using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Solving;

/// <summary>How long and from where to search. Without either limit the solver does <see cref="DefaultIterations"/>.</summary>
public sealed record SolveOptions
{
    public const long DefaultIterations = 2_000;

    public long Seed { get; init; } = 1;

    /// <summary>Independent searches; the number, not the machine's cores, decides the result.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Wall time; it only chooses how many iterations are done, and that number is in the result.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>Iterations of each thread. Beside it a time limit is only a safety stop, and a search that it cuts short is not reproduced by its count.</summary>
    public long? Iterations { get; init; }

    /// <summary>A feasible solution to start from.</summary>
    public Solution? Initial { get; init; }

    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public void Validate()
    {
        if (Threads is < 1 or > 256)
            throw new ArgumentException("Threads must be 1 to 256.");
        if (Iterations is < 0)
            throw new ArgumentException("Iterations must not be negative.");
        if (TimeLimit is { } limit && limit < TimeSpan.Zero)
            throw new ArgumentException("The time limit must not be negative.");
    }
}
