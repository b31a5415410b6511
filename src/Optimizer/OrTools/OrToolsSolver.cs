using Google.OrTools.Routing;
using Google.Protobuf.WellKnownTypes;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Solving;

namespace Territory.Optimizer.OrTools;

/// <summary>Google OR-Tools' routing library with guided local search, as a second opinion and a baseline.</summary>
/// <remarks>
/// What it is given: loads, windows, shifts, costs of every vehicle type, shipments, clients that may be left out at their price and vehicles that may not serve all. Each
/// vehicle makes one trip, and what is brought and what is taken share the vehicle for the whole trip, which is never too little. Releases and the further rules of the model are
/// refused. It has no iterations: their
/// number is that of the solutions it may find, and its seed is its own.
/// Source: Perron and Furnon, OR-Tools; Voudouris and Tsang, Guided local search (1999).
/// </remarks>
public sealed class OrToolsSolver(TimeProvider time) : ISolver
{
    public string Name => "or-tools 9.14 guided local search";

    /// <exception cref="NotSupportedException">The problem has rules that are not given to OR-Tools.</exception>
    public SolveResult Solve(ProblemData data, SolveOptions options, IProgress<SolveProgress>? progress, CancellationToken cancellationToken)
    {
        options.Validate();
        if (data.HasReleases || data.IsRich)
            throw new NotSupportedException("OR-Tools is given loads, windows, shifts, fleets, shipments and optional stops; this problem has other rules.");
        var start = time.GetTimestamp();
        var trace = new List<SolveProgress>();
        long solutions = 0;
        Solution? best = null;
        if (data.ClientCount > 0 && data.VehicleCount > 0 && !cancellationToken.IsCancellationRequested)
        {
            using var model = new OrToolsModel(data);
            model.Routing.AddAtSolutionCallback(() =>
            {
                solutions++;
                if (model.BestCost() is var cost && (trace.Count == 0 || cost < trace[^1].Cost))
                {
                    trace.Add(new SolveProgress(time.GetElapsedTime(start), solutions, cost, model.CountUnserved()));
                    progress?.Report(trace[^1]);
                }
            });
            using var cancelled = cancellationToken.Register(model.Routing.CancelSearch);
            using var assignment = model.Routing.SolveWithParameters(Parameters(options));
            best = assignment is null ? null : model.Read(assignment);
        }

        best ??= Solution.Of(data, []);
        return new SolveResult(best, solutions, options.Seed, 1, Name, time.GetElapsedTime(start), cancellationToken.IsCancellationRequested, trace);
    }

    private static RoutingSearchParameters Parameters(SolveOptions options)
    {
        var parameters = RoutingGlobals.DefaultRoutingSearchParameters();
        parameters.FirstSolutionStrategy = FirstSolutionStrategy.Types.Value.ParallelCheapestInsertion;
        parameters.LocalSearchMetaheuristic = LocalSearchMetaheuristic.Types.Value.GuidedLocalSearch;
        if (options.TimeLimit is { } limit)
            parameters.TimeLimit = Duration.FromTimeSpan(limit);
        if (options.Iterations is not null || options.TimeLimit is null)
            parameters.SolutionLimit = options.Iterations ?? SolveOptions.DefaultIterations;
        return parameters;
    }
}
