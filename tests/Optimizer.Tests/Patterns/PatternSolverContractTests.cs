using Territory.Model.Problems;
using Territory.Optimizer.Patterns;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Patterns;

/// <summary>What every engine that chooses patterns owes its caller: run once for each engine of the build.</summary>
public abstract class PatternSolverContractTests
{
    private const int Problems = 300;

    protected abstract IPatternSolver Engine { get; }

    /// <summary>Enough of the engine's effort for a handful of clients.</summary>
    protected abstract long Enough { get; }

    [Fact]
    public void Solve_TinyProblems_FindsTheOptimumOfBruteForce()
    {
        for (var seed = 1; seed <= Problems; seed++)
        {
            var random = new Random(seed);
            var problem = RandomPatterns.Of(random, days: random.Next(1, 7), clients: random.Next(0, 6), mostOptions: 5);

            var result = Solve(problem);

            var optimum = RandomPatterns.Optimum(problem);
            result.Cost.Total.ShouldBe(optimum, $"seed {seed}");
            result.LowerBound.ShouldBeLessThanOrEqualTo(optimum, $"seed {seed}");
            RandomPatterns.Cost(problem, result.Choices).ShouldBe(optimum, $"seed {seed}");
        }
    }

    [Fact]
    public void Solve_AnyProblem_GivesEverybodyAPatternItAllows()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var problem = RandomPatterns.Of(new Random(seed), days: 10, clients: 40, mostOptions: 12);

            var result = Engine.Solve(problem, new PatternSolveOptions { Iterations = 200 }, CancellationToken.None);

            result.Patterns.Count.ShouldBe(problem.Clients.Count);
            for (var client = 0; client < problem.Clients.Count; client++)
            {
                result.Patterns[client].ShouldBe(problem.Clients[client].Options[result.Choices[client]].Pattern);
                result.Patterns[client].Visits.ShouldBePositive();
            }

            result.Cost.Total.ShouldBe(RandomPatterns.Cost(problem, result.Choices), $"seed {seed}");
            result.Engine.ShouldBe(Engine.Name);
        }
    }

    [Fact]
    public void Solve_SameSeed_SameChoices()
    {
        var problem = RandomPatterns.Of(new Random(5), days: 12, clients: 60, mostOptions: 8, mostLoad: 2_000);
        var options = new PatternSolveOptions { Seed = 7, Iterations = 3_000 };

        var (first, second) = (Engine.Solve(problem, options, CancellationToken.None), Engine.Solve(problem, options, CancellationToken.None));

        first.Choices.ShouldBe(second.Choices);
        first.Iterations.ShouldBe(second.Iterations);
        first.Seed.ShouldBe(7);
    }

    [Fact]
    public void Solve_ADearHabit_IsKeptUntilTheDayIsDearer()
    {
        // Four clients of 10 who are used to the first of two days of 20: two have to go, at 10 a unit above, unless that costs 200 each.
        PatternProblem Of(long away) => new(
            [new PatternDay(20, 20), new PatternDay(20, 20)],
            [.. Enumerable.Range(0, 4).Select(_ => new PatternClient(10, [new PatternOption(DayPattern.OnDays(2, 0), 0), new PatternOption(DayPattern.OnDays(2, 1), away)]))],
            new PatternPrices(Overload: 10, Deviation: 1));

        Solve(Of(away: 1)).Cost.ShouldBe(new PatternCost(0, 0, 2));
        Solve(Of(away: 200)).Cost.ShouldBe(new PatternCost(200, 40, 0));
    }

    [Fact]
    public void Solve_ShortSaturday_GetsItsOwnShare()
    {
        // Five weekdays of 20 and a Saturday of 10: eleven clients of 10, each on any one day.
        var problem = new PatternProblem(
            [.. Enumerable.Range(0, 6).Select(day => new PatternDay(30, day == 5 ? 10 : 20))],
            [.. Enumerable.Range(0, 11).Select(_ => new PatternClient(10, [.. DayPatternSet.EvenlySpaced(6, 1, 0).Select(pattern => new PatternOption(pattern, 0))]))],
            new PatternPrices(10, 1));

        var result = Solve(problem);

        result.Cost.Total.ShouldBe(0);
        problem.LoadOfDays(result.Choices).ShouldBe([20, 20, 20, 20, 20, 10]);
    }

    [Fact]
    public void Solve_Cancelled_StillGivesEverybodyAPatternAndSaysSo()
    {
        var problem = RandomPatterns.Of(new Random(5), days: 12, clients: 60, mostOptions: 8, mostLoad: 2_000);

        var result = Engine.Solve(problem, new PatternSolveOptions(), new CancellationToken(canceled: true));

        result.WasCancelled.ShouldBeTrue();
        result.Patterns.Count.ShouldBe(60);
        result.Cost.ShouldBe(problem.Evaluate(result.Choices));
    }

    [Fact]
    public void Solve_CancelledWhileItSearches_Ends()
    {
        using var source = new CancellationTokenSource(TimeSpan.FromSeconds(0.2));
        var problem = RandomPatterns.Of(new Random(6), days: 20, clients: 200, mostOptions: 20, mostLoad: 20_000);

        // More than any engine does in a day.
        Engine.Solve(problem, new PatternSolveOptions { Iterations = long.MaxValue }, source.Token).WasCancelled.ShouldBeTrue();
    }

    [Fact]
    public void Solve_NegativeIterations_IsRefused() =>
        Should.Throw<ArgumentException>(() => Engine.Solve(RandomPatterns.Of(new Random(1), 2, 2, 2), new PatternSolveOptions { Iterations = -1 }, CancellationToken.None));

    [Fact]
    public void Solve_NoClients_IsTheTargetsMissed()
    {
        var result = Solve(new PatternProblem([new PatternDay(5, 3), new PatternDay(5, 4)], [], new PatternPrices(9, 2)));

        result.Cost.ShouldBe(new PatternCost(0, 14, 0));
        result.Choices.ShouldBeEmpty();
    }

    /// <summary>An input that no engine may be given is refused before any of them sees it.</summary>
    [Fact]
    public void Problem_WithFaults_IsRefusedWithEveryOne()
    {
        var day = DayPattern.OnDays(2, 0);
        var refused = Should.Throw<InvalidInputException>(() => Solve(new PatternProblem(
            [new PatternDay(-1, 5), new PatternDay(5, 1L << 40)],
            [
                new PatternClient(-3, [new PatternOption(day, 0)]),
                new PatternClient(1L << 36, []),
                new PatternClient(4, [new PatternOption(day, -1), new PatternOption(day, 0), new PatternOption(DayPattern.OnDays(2), 0), new PatternOption(DayPattern.OnDays(3, 0), 0)]),
            ],
            new PatternPrices(-1, 1L << 20))));

        refused.Problems.Select(problem => (problem.Code, problem.Field)).ShouldBe(
        [
            ("pattern.day.capacity", "days[0].capacity"),
            ("pattern.day.target", "days[1].target"),
            ("pattern.price", "prices.overload"),
            ("pattern.price", "prices.deviation"),
            ("pattern.client.load", "clients[0].loadPerVisit"),
            ("pattern.client.options", "clients[1].options"),
            ("pattern.option.cost", "clients[2].options[0]"),
            ("pattern.option.twice", "clients[2].options[1]"),
            ("pattern.option.empty", "clients[2].options[2]"),
            ("pattern.option.period", "clients[2].options[3]"),
            ("pattern.load.sum", "clients"),
        ]);
    }

    private PatternResult Solve(PatternProblem problem) => Engine.Solve(problem, new PatternSolveOptions { Iterations = Enough }, CancellationToken.None);
}
