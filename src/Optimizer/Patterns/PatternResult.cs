namespace Territory.Optimizer.Patterns;

/// <summary>What a choice of patterns came to and what reproduces it.</summary>
/// <param name="Choices">For each client the number of its option.</param>
/// <param name="Patterns">For each client the pattern chosen.</param>
/// <param name="LowerBound">What no choice can cost less than, as far as the engine knows; equal to the cost where that is proved to be the least.</param>
/// <param name="Engine">Name and version of the engine.</param>
/// <param name="Iterations">Steps done. Of a search that was not cancelled they give this result again.</param>
/// <param name="WasCancelled">Whether the caller ended the search; its choices are the best so far.</param>
public sealed record PatternResult(
    IReadOnlyList<int> Choices,
    IReadOnlyList<DayPattern> Patterns,
    PatternCost Cost,
    long LowerBound,
    string Engine,
    long Iterations,
    long Seed,
    bool WasCancelled)
{
    internal static PatternResult Of(PatternProblem problem, int[] choices, long lowerBound, string engine, long iterations, long seed, bool wasCancelled) => new(
        choices,
        [.. choices.Select((choice, client) => problem.Clients[client].Options[choice].Pattern)],
        problem.Evaluate(choices),
        lowerBound,
        engine,
        iterations,
        seed,
        wasCancelled);
}
