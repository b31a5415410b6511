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

    [Theory]
    [MemberData(nameof(Instances))]
    public void Solve_PeriodicInstance_LevelsItsDaysToTheClosedFormBound(string instance)
    {
        var problem = PeriodicInstance.Read(SharedData.Path(instance));

        var result = new PatternSearch().Solve(problem, new PatternSolveOptions(), CancellationToken.None);

        result.Cost.Overload.ShouldBe(0);
        // Of all that is carried; the bound is what remains where the total is no multiple of the days.
        var carried = problem.LoadOfDays(result.Choices).Sum();
        (result.Cost.Total - PatternBound.Of(problem)).ShouldBeInRange(0, carried / 1_000, $"{result.Cost.Total} against {PatternBound.Of(problem)} of {carried}");
    }

#if ORTOOLS
    [Theory]
    [MemberData(nameof(Instances))]
    public void Solve_PeriodicInstance_IsWithinAThousandthOfWhatCpSatProves(string instance)
    {
        var problem = PeriodicInstance.Read(SharedData.Path(instance));

        var proved = new CpSatPatternSolver().Solve(problem, new PatternSolveOptions { Iterations = 20_000 }, CancellationToken.None);
        var result = new PatternSearch().Solve(problem, new PatternSolveOptions(), CancellationToken.None);

        TestContext.Current.TestOutputHelper?.WriteLine($"{instance}: search {result.Cost.Total}, cp-sat {proved.Cost.Total}, bound {proved.LowerBound}");
        (result.Cost.Total - proved.LowerBound).ShouldBeInRange(0, problem.LoadOfDays(result.Choices).Sum() / 1_000, $"cp-sat {proved.Cost.Total}, bound {proved.LowerBound}");
    }
#endif
}
