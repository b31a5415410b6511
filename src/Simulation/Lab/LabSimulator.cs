using Territory.Model.Problems;
using Territory.Simulation.Lab.Columns;
using Territory.Simulation.Lab.Setup;
using Territory.Simulation.Lab.Sweep;

namespace Territory.Simulation.Lab;

/// <summary>The columnar market simulator (市场仿真器): weeks and a million terminals for what-if questions.</summary>
/// <remarks>
/// Regions are independent and run beside each other; threads that are left sweep the blocks of a region. All sums that threads share are of whole numbers,
/// and every draw is a function of (seed, purpose, entity, day): neither threads nor lanes change a bit of a result.
/// Complexity: days x (terminals x products + calls x products). Memory: 43 bytes a terminal and 8 for each product, besides the setup.
/// </remarks>
public static class LabSimulator
{
    /// <exception cref="InvalidInputException">The setup has problems; all are listed.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled between two days.</exception>
    public static LabResult Run(LabSetup setup, LabRunOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1, nameof(options));
        var problems = LabSetupCheck.Problems(setup);
        if (problems.Count > 0)
            throw new InvalidInputException([.. problems.Select(problem => new Problem(problem.Code, problem.ToString(), Field: problem.Path))]);

        var draws = new LabDraws(options.Seed, options.Antithetic);
        var results = new LabRegionResult[setup.Regions.Count];
        var progress = new RegionDays(setup.Regions.Count, options.Days);
        var beside = Math.Min(options.Threads, setup.Regions.Count);
        if (beside == 1)
        {
            for (var index = 0; index < results.Length; index++)
                results[index] = RunRegion(setup, index, draws, options, options.Threads, progress);
        }
        else
        {
            var threads = (options.Threads + beside - 1) / beside;
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = beside, CancellationToken = options.CancellationToken };
            Parallel.For(0, results.Length, parallel, index => results[index] = RunRegion(setup, index, draws, options, threads, progress));
        }

        var hash = new StateHash();
        foreach (var result in results)
            hash.Add(result.StateHash);
        return new LabResult { Regions = results, StateHash = hash.Value };
    }

    private static LabRegionResult RunRegion(
        LabSetup setup, int index, LabDraws draws, LabRunOptions options, int threads, RegionDays progress)
    {
        var run = new RegionRun(setup, setup.Regions[index], draws, threads, options.Scalar, options.Deliveries, index);
        for (var day = 0; day < setup.Days; day++)
        {
            options.CancellationToken.ThrowIfCancellationRequested();
            run.RunDay(day);
            progress.Done();
        }

        return run.Result();
    }
}
