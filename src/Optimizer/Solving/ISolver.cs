using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Solving;

/// <summary>A routing engine. The result is a function of the problem, seed, threads and iterations.</summary>
public interface ISolver
{
    /// <summary>Name and version, recorded with every plan.</summary>
    string Name { get; }

    /// <summary>Solves until a limit of <paramref name="options"/> is reached or <paramref name="cancellationToken"/> fires; always gives the best solution so far.</summary>
    SolveResult Solve(ProblemData data, SolveOptions options, IProgress<SolveProgress>? progress, CancellationToken cancellationToken);
}
