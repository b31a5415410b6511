using System.Globalization;
using Google.OrTools.Sat;
using Territory.Optimizer.Patterns;

namespace Territory.Optimizer.OrTools;

/// <summary>CP-SAT's choice of patterns, as a second opinion and for the bound it proves.</summary>
/// <remarks>
/// Model: for each client one of its options (exactly one), for each day what is above its capacity and how far it is from its target, each no less than the load says.
/// It begins from largest first (<see cref="PatternConstruction"/>) and gives that where it finds nothing better. One thread and a limit of conflicts, not of time, so that
/// the same seed gives the same choice. The search calls nothing back.
/// Source: Perron and Furnon, OR-Tools; Ohrimenko, Stuckey and Codish, Propagation via lazy clause generation (2009).
/// </remarks>
public sealed class CpSatPatternSolver : IPatternSolver
{
    public string Name => "or-tools 9.15 cp-sat";

    /// <exception cref="InvalidOperationException">CP-SAT does not accept the model.</exception>
    public PatternResult Solve(PatternProblem problem, PatternSolveOptions options, CancellationToken cancellationToken)
    {
        options.Validate();
        int[] first = PatternConstruction.ChoicesOf(problem, PatternConstruction.LargestFirst(problem).Option);
        var known = PatternBound.Of(problem);
        if (cancellationToken.IsCancellationRequested || problem.Clients.Count == 0)
            return PatternResult.Of(problem, first, known, Name, 0, options.Seed, cancellationToken.IsCancellationRequested);
        var model = new CpSatPatternModel(problem, first);
        using var search = new SolveWrapper();
        search.SetStringParameters(string.Create(
            CultureInfo.InvariantCulture,
            $"num_workers:1 random_seed:{(int)(options.Seed & int.MaxValue)} max_number_of_conflicts:{options.Iterations} relative_gap_limit:0 absolute_gap_limit:0"));
        // The solver class makes its search only when it solves, and a cancellation before that would be lost.
        using var cancelled = cancellationToken.Register(search.StopSearch);
        var response = search.Solve(model.Model.Model);
        if (response.Status is CpSolverStatus.ModelInvalid or CpSolverStatus.Infeasible)
            throw new InvalidOperationException($"CP-SAT does not accept the model: {response.Status}.");
        var choices = response.Solution.Count > 0 ? model.Read(response) : first;
        if (problem.Evaluate(choices).Total > problem.Evaluate(first).Total)
            choices = first;
        // A bound is a whole number in truth; half of one is more than the rounding of a double here, and less than what would make a bound of the next one.
        var proved = response.Status == CpSolverStatus.Optimal ? problem.Evaluate(choices).Total
            : double.IsFinite(response.BestObjectiveBound) && Math.Abs(response.BestObjectiveBound) < 1L << 50 ? (long)Math.Ceiling(response.BestObjectiveBound - 0.5) : known;
        return PatternResult.Of(problem, choices, Math.Max(known, proved), Name, response.NumConflicts, options.Seed, cancellationToken.IsCancellationRequested);
    }
}
