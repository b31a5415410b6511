using Territory.Optimizer.Formats;

namespace Territory.Solver.Benchmarks;

/// <summary>The sets by which the route engine is measured, with their limits and targets.</summary>
internal static class BenchmarkSets
{
    private const int SmallX = 350;
    private const int Repeated = 3;

    /// <summary>Three seeds for limits up to 75 s and one beyond.</summary>
    /// <param name="data">The folder shared/data/vrp.</param>
    public static IReadOnlyList<BenchmarkSet> In(string data)
    {
        string[] Files(string folder, string pattern) =>
            [.. Directory.GetFiles(Path.Combine(data, folder), pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        var x = Files("x", "*.vrp");
        string[] small = [.. x.Where(path => Customers(path) <= SmallX)];
        string[] gh1000 = Files("gh-1000", "*.vrp");
        string[] belgium = Files("belgium", "*.vrp");
        return
        [
            new("x-350", small, new SetLimit(60), 0.2, Repeated),
            new("x-1000", [.. x.Except(small)], new SetLimit(75), 0.5, Repeated),
            new("x-350-long", small, new SetLimit(0, 2.4), 0.1, 1),
            new("solomon", Files("solomon", "*.txt"), new SetLimit(10), 0.05, Repeated) { Rounding = RoundingRule.Dimacs },
            VehiclesFirst("gh-200", Files("gh-200", "*.txt"), 60, Repeated, 0.8) with { MatchesWanted = 5 },
            VehiclesFirst("gh-400", Files("gh-400", "*.txt"), 120, 1, 1.5) with { MatchesWanted = 5 },
            new("gh-1000", gh1000, new SetLimit(60), 1.7, Repeated),
            new("gh-1000-long", gh1000, new SetLimit(240), 0.8, 1),
            new("belgium", belgium, new SetLimit(120), 1.0, 1),
            new("mdvrp", Files("mdvrp", "*.txt"), new SetLimit(60), 0.4, Repeated),
            VehiclesFirst("pdptw", Files("pdptw", "*.txt"), 60, Repeated, 0.5) with { MatchesWanted = 18 },
            new("euro-neurips", Files("euro-neurips", "*.txt.gz"), new SetLimit(60), 0.5, Repeated),
            new("start-1000", [.. x.Where(path => path.Contains("X-n916", StringComparison.Ordinal)), .. gh1000], new SetLimit(5), 5, Repeated) { FirstPlanSeconds = 1 },
            new("start-10000", [.. belgium.Where(path => path.Contains("Ghent1", StringComparison.Ordinal))], new SetLimit(30), null, Repeated) { FirstPlanSeconds = 30 },
        ];
    }

    private static BenchmarkSet VehiclesFirst(string name, string[] files, double seconds, int seeds, double target) =>
        new(name, files, new SetLimit(seconds), target, seeds) { Objective = RoutingObjective.VehiclesFirst };

    /// <summary>Uchoa's names state the number of nodes: X-n120-k6 has 119 customers.</summary>
    private static int Customers(string path) => int.Parse(Path.GetFileName(path).Split('-')[1].AsSpan(1), System.Globalization.CultureInfo.InvariantCulture) - 1;
}
