using Territory.Optimizer.Routing;
using Territory.Optimizer.Solving;

namespace Territory.Grains.Plans;

/// <summary>Does not search where there is nobody to serve: the empty solution is the only one, and a time limit would only be waited out.</summary>
internal sealed class RestingSolver(ISolver solver) : ISolver
{
    public string Name => solver.Name;

    public SolveResult Solve(ProblemData data, SolveOptions options, IProgress<SolveProgress>? progress, CancellationToken cancellationToken) =>
        solver.Solve(data, data.ClientCount == 0 ? options with { Iterations = 0 } : options, progress, cancellationToken);
}
