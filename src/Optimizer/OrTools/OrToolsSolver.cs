using Google.OrTools.ConstraintSolver;
using Google.Protobuf.WellKnownTypes;
using Territory.Model.Problems;
using Territory.Optimizer.Evaluation;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Solving;

namespace Territory.Optimizer.OrTools;

/// <summary>Google OR-Tools' routing library with guided local search, as a second opinion and a baseline.</summary>
/// <remarks>
/// What it is given: loads, windows, shifts, costs of every vehicle type, shipments, clients that may be left out at their price and vehicles that may not serve all. Each other feature
/// of a problem is refused by name (<see cref="OrToolsScope"/>), and what comes back is evaluated before anybody gets it. It has no iterations: their
/// number is that of the solutions it may find, one at least, it searches on one thread, and its seed is its own. A time limit is kept on the clock given (<see cref="OrToolsWatch"/>).
/// Source: Perron and Furnon, OR-Tools; Voudouris and Tsang, Guided local search (1999).
/// </remarks>
public sealed class OrToolsSolver(TimeProvider time) : ISolver
{
    private static readonly TimeSpan FarAway = TimeSpan.FromDays(3_650);

    public string Name => "or-tools 9.15 guided local search";

    /// <exception cref="InvalidInputException">The problem has features that are not given to OR-Tools; all are named.</exception>
    /// <exception cref="InvalidOperationException">OR-Tools gave a plan that breaks a rule.</exception>
    public SolveResult Solve(ProblemData data, SolveOptions options, IProgress<SolveProgress>? progress, CancellationToken cancellationToken)
    {
        options.Validate();
        OrToolsScope.Require(data, options);
        var start = time.GetTimestamp();
        IReadOnlyList<SolveProgress> trace = [];
        long solutions = 0;
        Solution? best = null;
        if (data.ClientCount > 0 && data.VehicleCount > 0 && !cancellationToken.IsCancellationRequested)
        {
            using var model = new OrToolsModel(data);
            var watch = new OrToolsWatch(model, options, time, start, progress, cancellationToken);
            // The watch is asked only where the search moves; this also ends a construction. The registration ends before the model does.
            using var cancelled = cancellationToken.Register(model.Routing.CancelSearch);
            using var assignment = model.Routing.SolveWithParameters(Parameters(options));
            watch.ThrowFailure();
            if (model.Routing.GetStatus() == RoutingSearchStatus.Types.Value.RoutingInvalid)
                throw new InvalidOperationException("OR-Tools does not accept the model or its parameters.");
            best = assignment is null ? null : model.Read(assignment);
            (trace, solutions) = (watch.Trace, watch.Solutions);
        }

        best ??= Solution.Of(data, []);
        if (new PlanEvaluator(data).Evaluate(best) is { IsFeasible: false } report)
            throw new InvalidOperationException($"OR-Tools gave a plan that breaks a rule: {report.Violations[0].Rule}.");
        return new SolveResult(best, solutions, options.Seed, 1, Name, time.GetElapsedTime(start), cancellationToken.IsCancellationRequested, trace);
    }

    private RoutingSearchParameters Parameters(SolveOptions options)
    {
        var parameters = operations_research_constraint_solver.DefaultRoutingSearchParameters();
        parameters.FirstSolutionStrategy = FirstSolutionStrategy.Types.Value.ParallelCheapestInsertion;
        parameters.LocalSearchMetaheuristic = LocalSearchMetaheuristic.Types.Value.GuidedLocalSearch;
        // Also seen while the first solution is built; any other clock only the watch can read. Without a limit there are warnings.
        parameters.TimeLimit = Duration.FromTimeSpan(options.TimeLimit is { } limit && limit < FarAway && time == TimeProvider.System ? limit : FarAway);
        if (options.Iterations is not null || options.TimeLimit is null)
            parameters.SolutionLimit = Math.Max(1, options.Iterations ?? SolveOptions.DefaultIterations);
        return parameters;
    }
}
