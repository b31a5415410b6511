namespace Territory.Simulation.Expansion.Waves;

/// <summary>Plans a rolling expansion: checks the problem, searches, and says what the plan is worth, how far from the best it may be and who was left out why.</summary>
public static class WavePlanner
{
    /// <param name="stop">Ends the search after the iteration under way, at least one; the best plan so far is given.</param>
    /// <param name="stopBound">Ends the bound early, which leaves it valid and further off; the plan does not depend on it.</param>
    /// <exception cref="Territory.Model.Problems.InvalidInputException">The problem cannot be planned; every reason is listed with its path.</exception>
    public static ExpansionPlan Plan(ExpansionProblem problem, SearchLimits limits, IProgress<WaveProgress>? progress = null, CancellationToken stop = default, CancellationToken stopBound = default)
    {
        ExpansionCheck.ThrowIfAny(problem);
        var table = new ValueTable(problem);
        var cumulativeCash = WaveState.CumulateCash(problem);
        var search = new WaveSearch(problem, table, cumulativeCash, limits.Seed);
        var iterations = search.Run(limits.Iterations, progress, stop);
        var weights = new double[problem.Replications];
        TailRisk.MixtureWeights(search.Best.Values, problem.Objective.RiskLevel, problem.Objective.RiskWeight, weights);
        var bound = new WaveBound(problem, table, cumulativeCash, weights).Compute(search.BestScore.Objective, stopBound);
        return new PlanReport(problem, table, search.Best).Create(search.BestScore, bound, iterations, limits.Seed);
    }
}
