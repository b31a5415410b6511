using System.Globalization;
using Territory.Demo.Candidates;
using Territory.Simulation.Expansion.Scenarios;
using Territory.Simulation.Expansion.Waves;
using Territory.Simulation.Tests.Expansion.Waves;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args is [var name, ..] ? name : "")
{
    case "small":
        Small(args.Length > 1 ? int.Parse(args[1]) : 200, args.Length > 2 ? int.Parse(args[2]) : 1_500);
        break;
    case "counties":
        Counties(args.Length > 1 ? int.Parse(args[1]) : 30, args.Length > 2 ? int.Parse(args[2]) : 10_000, args.Length > 3 ? long.Parse(args[3]) : 1, args.Length > 4 ? long.Parse(args[4]) : 1);
        break;
    default:
        Console.Error.WriteLine("small [CASES] [ITERATIONS] | counties [N] [ITERATIONS] [SEED OF THE COUNTIES] [SEED OF THE SEARCH]");
        break;
}

// The planner against every combination of starts, four regions of six weeks at two levels.
static void Small(int cases, int iterations)
{
    var reached = 0;
    var worst = 0.0;
    var gaps = new List<double>();
    var opened = 0;
    for (var seed = 1; seed <= cases; seed++)
    {
        var problem = RandomExpansions.Draw(seed);
        var best = ExhaustivePlans.Best(problem)!.Value;
        var plan = WavePlanner.Plan(problem, new SearchLimits(1, iterations));
        opened += plan.Starts.Count;
        var missed = (best - plan.Objective) / Math.Max(1, Math.Abs(best));
        reached += best - plan.Objective <= 4 ? 1 : 0;
        worst = Math.Max(worst, missed);
        gaps.Add((plan.Bound - best) / Math.Max(1, Math.Abs(best)));
    }

    gaps.Sort();
    Console.WriteLine($"| {cases} | {iterations} | {reached} | {worst:P2} | {opened / (double)cases:F2} of 4 | {gaps[cases / 2]:P2} | {gaps[cases * 9 / 10]:P2} |");
}

static void Counties(int count, int iterations, long seed, long searchSeed)
{
    var counties = CandidateMarkets.Generate(seed, count);
    var scenario = CandidateScenario.Of(counties, 104, region => region.Id);
    scenario = scenario with { Regions = [.. scenario.Regions.Select(region => region with { StartDespiteGate = "bench" })] };
    var started = TimeProvider.System.GetTimestamp();
    var study = ScenarioStudy.Of(scenario, counties.ToDictionary(county => county.Id, county => county.Terminals, StringComparer.Ordinal), seed);
    var studied = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
    var processor = Environment.CpuUsage.TotalTime;
    started = TimeProvider.System.GetTimestamp();
    var plan = study.Plan(new SearchLimits(searchSeed, iterations));
    var seconds = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
    var used = (Environment.CpuUsage.TotalTime - processor).TotalSeconds;
    Console.WriteLine($"| {count} | {counties.Sum(county => county.Terminals.Count)} | {seed} | {searchSeed} | {iterations} | {studied:F1} | {seconds:F1} | {used:F1} | {plan.Starts.Count} | {plan.Objective / 100:F0} | {plan.Bound / 100:F0} | {plan.Gap:P2} |");
}
