using Territory.Simulation.Market;
using Territory.Simulation.Planning;

namespace Territory.Simulation.Batch;

/// <summary>The same market under different seeds (重复仿真).</summary>
public sealed class Replications(Func<long, MarketSetup> setupOf, IDayPlanner planner)
{
    /// <summary>One result a seed, in the order of the seeds, the same for any number of workers.</summary>
    /// <param name="workers">Replications at once; each is run by one of them from its first day to its last.</param>
    public async ValueTask<IReadOnlyList<MarketRunResult>> RunAsync(
        IReadOnlyList<long> seeds, DateOnly firstDay, int days, CancellationToken cancellationToken, int workers = 1)
    {
        var results = new MarketRunResult[seeds.Count];
        await Parallel.ForAsync(
            0,
            seeds.Count,
            new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellationToken },
            async (index, token) =>
                results[index] = await new MarketRun(setupOf(seeds[index]), planner).RunAsync(firstDay, days, null, token));
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
