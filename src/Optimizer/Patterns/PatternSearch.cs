using Territory.Optimizer.Randomness;
using Territory.Optimizer.Search;

namespace Territory.Optimizer.Patterns;

/// <summary>The engine's own choice of patterns: largest first, then simulated annealing over patterns of one client and of two.</summary>
/// <remarks>
/// Algorithm: the clients that load the period most choose first, each the option of least cost. Then each iteration draws a move: another option for one client, or
/// two clients exchange their patterns where both allow the other's, or both take another option. A worse one is taken with probability exp(-delta / temperature); it cools from the
/// mean change of a move by the third power of what is left (<see cref="CoolingSchedule"/>). The best choice is then brought to a local optimum of single options. Complexity: O(days in which the
/// patterns differ) for an iteration, which allocates nothing.
/// Source: Graham, Bounds on multiprocessing timing anomalies (1969), for largest first; Kirkpatrick, Gelatt and Vecchi, Optimization by simulated annealing (1983).
/// </remarks>
public sealed class PatternSearch : IPatternSolver
{
    /// <summary>Between two looks at the cancellation.</summary>
    private const int RoundIterations = 1_024;

    public string Name => "territory patterns 1";

    public PatternResult Solve(PatternProblem problem, PatternSolveOptions options, CancellationToken cancellationToken)
    {
        options.Validate();
        var current = PatternConstruction.LargestFirst(problem);
        var annealing = new PatternAnnealing(problem, current, new Xoshiro256((ulong)options.Seed), options.Iterations);
        var done = 0L;
        while (done < options.Iterations && annealing.HasMoves && !cancellationToken.IsCancellationRequested)
        {
            var round = (int)Math.Min(RoundIterations, options.Iterations - done);
            annealing.Run(done, round);
            done += round;
        }

        var choices = annealing.Best();
        return PatternResult.Of(problem, choices, PatternBound.Of(problem), Name, done, options.Seed, cancellationToken.IsCancellationRequested);
    }
}
