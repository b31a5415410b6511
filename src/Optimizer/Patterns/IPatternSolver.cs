namespace Territory.Optimizer.Patterns;

/// <summary>An engine that chooses patterns. The result is a function of the problem, seed and iterations.</summary>
public interface IPatternSolver
{
    /// <summary>Name and version, recorded with every choice.</summary>
    string Name { get; }

    /// <summary>Searches until the iterations are done or <paramref name="cancellationToken"/> fires; always gives every client a pattern that it allows.</summary>
    PatternResult Solve(PatternProblem problem, PatternSolveOptions options, CancellationToken cancellationToken);
}
