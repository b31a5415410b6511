using System.Globalization;
using Territory.Optimizer.Checking;
using Territory.Optimizer.Formats;
using Territory.Optimizer.Solving;

namespace Territory.Solver.Benchmarks;

/// <summary>Solves one instance with one seed as <c>territory solve</c> does and has the checker judge it.</summary>
internal static class InstanceRun
{
    /// <exception cref="InvalidOperationException">The solution breaks a rule of the instance.</exception>
    public static RunLine Of(BenchmarkSet set, string path, RunLine planned, BenchmarkOptions options)
    {
        var instance = InstanceReader.Read(path, rounding: set.Rounding);
        var best = BestKnown.Of(path, instance);
        var clock = options.Clock;
        var engine = SolverEngine.Create(options.Engine, clock) ?? throw new InvalidOperationException($"This build is without the engine {options.Engine}.");
        // The last run's matrices are not this run's business.
        GC.Collect();
        var processor = Environment.CpuUsage.TotalTime;
        var start = TimeProvider.System.GetTimestamp();
        var parsed = clock.GetTimestamp();
        var problem = new InstanceProblem(instance, set.Objective);
        var prepared = clock.GetElapsedTime(parsed);
        var result = engine.Solve(
            problem.Data,
            new SolveOptions
            {
                Seed = planned.Seed,
                Threads = planned.Threads,
                Iterations = options.Iterations,
                TimeLimit = options.Iterations is null ? TimeSpan.FromSeconds(Math.Max(0, planned.Limit - prepared.TotalSeconds)) : null,
            },
            null,
            CancellationToken.None);
        var seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        var processorSeconds = (Environment.CpuUsage.TotalTime - processor).TotalSeconds;
        var verdict = SolutionChecker.Check(instance, InstanceProblem.ToRouteList(result.Best));
        if (!verdict.Feasible && result.Best.Unserved.Count == 0)
            throw new InvalidOperationException($"{path}: {string.Join("; ", verdict.Violations.Take(5))}");
        var complete = result.Trace.Where(point => point.Unserved == 0).Select(point => (prepared + point.Elapsed).TotalSeconds).DefaultIfEmpty(double.PositiveInfinity).First();
        return planned with
        {
            Stops = instance.ClientCount,
            Best = best.Cost,
            Found = verdict.Cost,
            // A plan that leaves stops out is no plan of the whole: it counts as twice the cost.
            Gap = result.Best.Unserved.Count > 0 ? 100 : (verdict.Cost - best.Cost) / best.Cost * 100,
            Vehicles = verdict.Routes,
            BestVehicles = set.IsVehiclesFirst ? best.Vehicles : null,
            FirstPlan = complete,
            Iterations = result.Iterations,
            Seconds = seconds,
            ProcessorSeconds = processorSeconds,
            Load = Machine.Load(),
            Commit = Machine.Commit,
            Date = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Machine = Machine.Name,
        };
    }
}
