namespace Territory.Optimizer.Patterns;

/// <summary>How long to search. Who wants to stop by a clock cancels by it.</summary>
public sealed record PatternSolveOptions
{
    public const long DefaultIterations = 200_000;

    public long Seed { get; init; } = 1;

    /// <summary>Steps of the engine: moves tried by the local search, conflicts of CP-SAT.</summary>
    public long Iterations { get; init; } = DefaultIterations;

    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public void Validate()
    {
        if (Iterations < 0)
            throw new ArgumentException("Iterations must not be negative.");
    }
}
