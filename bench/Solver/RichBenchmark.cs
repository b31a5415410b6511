using System.Globalization;
using Territory.Optimizer.Evaluation;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Solving;

namespace Territory.Solver.Benchmarks;

/// <summary>What the engine makes of generated rich days in a number of seconds of processor time: iterations a second and cost.</summary>
internal static class RichBenchmark
{
    public static int Run(BenchmarkOptions options)
    {
        Console.WriteLine("| day | seconds | seed | iterations a second | cost | of it routes | left out | load | commit | machine |\n|---|---:|---:|---:|---:|---:|---:|---:|---|---|");
        var isWrong = false;
        for (var seed = options.FirstSeed; seed < options.FirstSeed + (options.Seeds ?? 1); seed++)
        {
            isWrong |= !Keeps(options, "dispatch", RichDays.Dispatch(1), seed);
            isWrong |= !Keeps(options, "vroom-like", RichDays.VroomLike(1), seed);
        }

        return isWrong ? 1 : 0;
    }

    /// <returns>Whether the plan keeps every rule.</returns>
    private static bool Keeps(BenchmarkOptions options, string name, ProblemData data, long seed)
    {
        var limit = options.Iterations is null ? TimeSpan.FromSeconds(options.Seconds) : (TimeSpan?)null;
        var start = Environment.CpuUsage.TotalTime;
        var result = new TerritorySolver(new ProcessorClock()).Solve(
            data, new SolveOptions { TimeLimit = limit, Iterations = options.Iterations, Seed = seed }, null, CancellationToken.None);
        var seconds = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
        var report = new PlanEvaluator(data).Evaluate(result.Best);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {seconds:0.0} | {seed} | {result.Iterations / seconds:0} | {result.Best.Cost} | {result.Best.Routes.Sum(route => route.Cost)} | {result.Best.Unserved.Count} | {Machine.Load():0.0} | {Machine.Commit} | {Machine.Name} |"));
        foreach (var violation in report.Violations)
            Console.Error.WriteLine(violation);
        return report.Violations.Count == 0 && report.Cost == result.Best.Cost;
    }
}
