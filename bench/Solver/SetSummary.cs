using System.Globalization;

namespace Territory.Solver.Benchmarks;

/// <summary>What the runs of one set come to beside what they are to reach.</summary>
internal sealed class SetSummary(BenchmarkSet set, IReadOnlyList<RunLine> lines)
{
    public const string Header =
        "| set | threads | clock | engine | runs | of | mean gap % | worst % | to reach % | vehicles met | first plan, worst s | load | reached |\n|---|---|---|---|---|---|---|---|---|---|---|---|---|";

    /// <summary>Vehicles first: the distance of a plan with more vehicles than the best is not to be compared with one of fewer.</summary>
    private IReadOnlyList<RunLine> Compared { get; } = set.IsVehiclesFirst ? [.. lines.Where(line => line.Vehicles <= line.BestVehicles)] : lines;

    private int Wanted => set.Instances.Count * set.Seeds;

    private double Mean => Compared.Count == 0 ? double.NaN : Compared.Average(line => line.Gap);

    private double Worst => Compared.Count == 0 ? double.NaN : Compared.Max(line => line.Gap);

    private double SlowestFirst => lines.Max(line => line.FirstPlan);

    /// <summary>On how many instances the vehicles are met in most of the seeds.</summary>
    private int Matches => lines.GroupBy(line => line.Instance).Count(runs => 2 * runs.Count(line => line.Vehicles <= line.BestVehicles) > runs.Count());

    private bool IsReached =>
        (set.TargetPercent is not { } target || Mean <= target)
        && (set.MatchesWanted is not { } matches || Matches >= matches)
        && (set.FirstPlanSeconds is not { } seconds || SlowestFirst <= seconds);

    public override string ToString()
    {
        var run = lines[0];
        var met = set.IsVehiclesFirst ? $"{Matches} of {lines.Select(line => line.Instance).Distinct().Count()}" : "-";
        var reached = lines.Count < Wanted ? "unfinished" : IsReached ? "yes" : "no";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {set.Name} | {run.Threads} | {run.Clock} | {run.Engine} | {lines.Count} | {Wanted} | {Mean:0.000} | {Worst:0.000} | {(set.TargetPercent is { } target ? target.ToString(CultureInfo.InvariantCulture) : "-")} | {met} | {SlowestFirst:0.00} | {lines.Average(line => line.Load):0.0} | {reached} |");
    }
}
