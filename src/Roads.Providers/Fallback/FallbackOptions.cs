namespace Territory.Roads.Providers.Fallback;

/// <summary>How long whoever plans waits for the first source.</summary>
public sealed record FallbackOptions
{
    /// <summary>
    /// The wait for one matrix, with all its batches and attempts. Below the 30 s after which a call between actors counts as lost, so that a plan is
    /// made and labelled instead. What was under way is not lost where a cache stands behind: it goes on and serves the next plan.
    /// </summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <exception cref="ArgumentException">A value makes no sense; says which.</exception>
    public void Validate()
    {
        if (Patience <= TimeSpan.Zero || Patience > TimeSpan.FromDays(1))
            throw new ArgumentException($"{nameof(Patience)} must be positive and at most a day; it is {Patience}.");
    }
}
