using System.Globalization;
using Territory.Optimizer.Formats;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Solving;

namespace Territory.Solver.Benchmarks;

/// <summary>How long it takes to take a stop out of a running plan of about 300 and to put it back, the first time and of a hundred.</summary>
internal static class RepairBenchmark
{
    private const int Changes = 100;
    private const double PlanSeconds = 3;
    private static readonly string[] Plans = ["x/X-n294-k50.vrp", "x/X-n322-k28.vrp", "euro-neurips/ORTEC-VRPTW-ASYM-92f528a9-d1-n304-k35.txt.gz"];

    public static int Run(BenchmarkOptions options)
    {
        Console.WriteLine("| instance | stops | change | first ms | median ms | worst ms | to reach ms | mean change of cost over removal and return % | load | commit | machine |\n|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var path in Plans)
        {
            var data = new InstanceProblem(InstanceReader.Read(Path.Combine(options.Data, path))).Data;
            var plan = new TerritorySolver(new ProcessorClock()).Solve(data, new SolveOptions { TimeLimit = TimeSpan.FromSeconds(PlanSeconds) }, null, CancellationToken.None).Best;
            var removals = new List<double>();
            var insertions = new List<double>();
            double drift = 0;
            for (var i = 0; i < Changes; i++)
            {
                var client = i * (data.ClientCount / Changes);
                var without = Timed(removals, () => PlanRepair.Remove(data, plan, client));
                var back = Timed(insertions, () => PlanRepair.Insert(data, without, client));
                drift += (double)(back.Cost - plan.Cost) / plan.Cost / Changes * 100;
            }

            Print(path, data, "removal", removals, drift);
            Print(path, data, "insertion", insertions, drift);
        }

        return 0;
    }

    private static void Print(string path, ProblemData data, string change, List<double> milliseconds, double drift) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {Path.GetFileName(path)} | {data.ClientCount} | {change} | {milliseconds[0]:0} | {milliseconds.Order().ElementAt(Changes / 2):0} | {milliseconds.Skip(1).Max():0} | 200 | {drift:0.000} | {Machine.Load():0.0} | {Machine.Commit} | {Machine.Name} |"));

    private static Solution Timed(List<double> milliseconds, Func<Solution> change)
    {
        var start = TimeProvider.System.GetTimestamp();
        var result = change();
        milliseconds.Add(TimeProvider.System.GetElapsedTime(start).TotalMilliseconds);
        return result;
    }
}
