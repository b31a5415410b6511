using System.Globalization;
using Territory.Optimizer.Checking;
using Territory.Optimizer.Formats;
using Territory.Optimizer.Solving;

namespace Territory.Optimizer.Benchmarks;

/// <summary>Solves each instance and prints its gap to the cost stated in the <c>.sol</c> file beside it; each finished instance is a line of the table, and a rerun skips it.</summary>
internal sealed class GapTable(BenchmarkOptions options)
{
    private const string Header = "| instance | stops | best known | found | gap % | routes | iterations | seconds | processor s |\n|---|---|---|---|---|---|---|---|---|";

    public int Run()
    {
        var done = options.Table.Length > 0 && File.Exists(options.Table) ? File.ReadAllLines(options.Table) : [];
        if (done.Length == 0)
            Write(Header);
        var gaps = new List<double>();
        foreach (var path in options.Instances)
        {
            var name = Path.GetFileNameWithoutExtension(path);
            if (done.FirstOrDefault(line => line.StartsWith($"| {name} |", StringComparison.Ordinal)) is { } line)
                gaps.Add(double.Parse(line.Split('|')[5], CultureInfo.InvariantCulture));
            else
                gaps.Add(Solve(path, name));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"mean gap {gaps.Average():0.000} % of {gaps.Count}"));
        return 0;
    }

    private double Solve(string path, string name)
    {
        var instance = InstanceReader.Read(path, rounding: options.Rounding);
        var best = RouteListFile.Read(Path.ChangeExtension(path, ".sol")).StatedCost ?? throw new InvalidOperationException($"{name} has no stated cost.");
        var problem = new InstanceProblem(instance);
        var limits = new SolveOptions
        {
            Seed = options.Seed,
            Threads = options.Threads,
            Iterations = options.Iterations,
            TimeLimit = options.Iterations is null ? TimeSpan.FromSeconds(options.Seconds) : null,
        };
        var processor = Environment.CpuUsage.TotalTime;
        var solver = options.CountsProcessorTime ? new RuinAndRecreateSolver(new ProcessorClock()) : new RuinAndRecreateSolver();
        var start = TimeProvider.System.GetTimestamp();
        var result = solver.Solve(problem.Data, limits, null, CancellationToken.None);
        var seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        var processorSeconds = (Environment.CpuUsage.TotalTime - processor).TotalSeconds;
        var verdict = SolutionChecker.Check(instance, InstanceProblem.ToRouteList(result.Best));
        if (!verdict.Feasible)
            throw new InvalidOperationException($"{name}: {string.Join("; ", verdict.Violations.Take(5))}");
        var gap = (verdict.Cost - best) / best * 100;
        Write(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {instance.ClientCount} | {best} | {verdict.Cost:0.###} | {gap:0.000} | {verdict.Routes} | {result.Iterations} | {seconds:0.0} | {processorSeconds:0.0} |"));
        return gap;
    }

    private void Write(string line)
    {
        Console.WriteLine(line);
        if (options.Table.Length > 0)
            File.AppendAllText(options.Table, line + "\n");
    }
}
