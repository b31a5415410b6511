using Territory.Simulation.Market;
using Territory.Simulation.Planning;

namespace Territory.Simulation.Batch;

/// <summary>The same market under different seeds (重复仿真).</summary>
public sealed class Replications(Func<long, MarketSetup> setupOf, IDayPlanner planner)
{
    /// <summary>One result a seed, in the order of the seeds.</summary>
    public async ValueTask<IReadOnlyList<MarketRunResult>> RunAsync(
        IReadOnlyList<long> seeds, DateOnly firstDay, int days, CancellationToken cancellationToken)
    {
        var results = new List<MarketRunResult>(seeds.Count);
        foreach (var seed in seeds)
            results.Add(await new MarketRun(setupOf(seed), planner).RunAsync(firstDay, days, null, cancellationToken));
        return results;
    }

    /// <summary>Mean of a figure over replications and the standard error of that mean (0 for a single one).</summary>
    public static (double Mean, double StandardError) Estimate(IReadOnlyList<MarketRunResult> results, Func<MarketRunResult, double> figure)
    {
        var values = results.Select(figure).ToArray();
        var mean = values.Average();
        return values.Length < 2
            ? (mean, 0)
            : (mean, Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1) / values.Length));
    }
}
