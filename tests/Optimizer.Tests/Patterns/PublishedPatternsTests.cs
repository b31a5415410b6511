#if ORTOOLS
using Territory.Optimizer.OrTools;
#endif
using Territory.Optimizer.Patterns;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Patterns;

/// <summary>The choice of days of Cordeau's periodic instances, against what no choice can cost less than.</summary>
public sealed class PublishedPatternsTests
{
    public static TheoryData<string> Instances => [.. Enumerable.Range(1, 32).Select(number => $"pvrp/p{number:00}")];

    /// <summary>
    /// The closed form is what remains where the total is no multiple of the days. In three instances the combinations allowed do not let the days be level; there the
    /// least cost is what CP-SAT proves.
    /// </summary>
    [Theory]
    [MemberData(nameof(Instances))]
    public void Solve_PeriodicInstance_FindsTheLeastCost(string instance)
    {
        var problem = PeriodicInstance.Read(SharedData.Path(instance));

        var result = new PatternSearch().Solve(problem, new PatternSolveOptions(), CancellationToken.None);

        result.Cost.Total.ShouldBe(instance switch
        {
            "pvrp/p02" => 72,
            "pvrp/p05" => 30,
            "pvrp/p08" => 109,
            _ => PatternBound.Of(problem),
        });
    }

#if ORTOOLS
    [Theory]
    [MemberData(nameof(Instances))]
    public void Solve_PeriodicInstance_CostsNoMoreThanCpSatProves(string instance)
    {
        var problem = PeriodicInstance.Read(SharedData.Path(instance));

        var proved = new CpSatPatternSolver().Solve(problem, new PatternSolveOptions { Iterations = 5_000 }, CancellationToken.None);
        var result = new PatternSearch().Solve(problem, new PatternSolveOptions(), CancellationToken.None);

        result.Cost.Total.ShouldBe(proved.LowerBound);
    }
#endif
}
