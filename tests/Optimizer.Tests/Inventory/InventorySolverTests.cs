using Territory.Model.Schedules;
using Territory.Optimizer.Inventory;
using Territory.Optimizer.Solving;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Inventory;

public sealed class InventorySolverTests
{
    /// <summary>Expected: trying everything (<see cref="InventoryOracle"/>), also of whether there is a schedule at all. One in a hundred may be missed; nothing may be better.</summary>
    [Theory]
    [InlineData(ReplenishmentPolicy.MaximumLevel, true)]
    [InlineData(ReplenishmentPolicy.MaximumLevel, false)]
    [InlineData(ReplenishmentPolicy.OrderUpTo, true)]
    [InlineData(ReplenishmentPolicy.OrderUpTo, false)]
    public void Solve_TinyProblems_FindsTheLeastCost(ReplenishmentPolicy policy, bool hasShortageCost)
    {
        var draws = Draws.Of(80);
        var (feasible, missed) = (0, new List<string>());
        for (var seed = 0; seed < draws; seed++)
        {
            var problem = RandomInventory.Draw(seed, policy, hasShortageCost);
            var expected = new InventoryOracle(problem).LeastCost();

            var result = Solve(problem, new SolveOptions { Seed = 1, Iterations = 5_000 });

            if (result.Verdict.Feasible)
                result.Cost.Total.ShouldBeGreaterThanOrEqualTo(expected.ShouldNotBeNull($"seed {seed}"), $"seed {seed}");
            if (expected is null)
                continue;
            feasible++;
            if (!result.Verdict.Feasible || result.Cost.Total > expected)
                missed.Add($"seed {seed}: expected {expected}, got {result.Cost.Total} {string.Join("; ", result.Verdict.Breaches)}");
        }

        feasible.ShouldBeGreaterThan(draws / 6);
        missed.Count.ShouldBeLessThanOrEqualTo(draws / 100, string.Join('\n', missed));
    }

    [Theory]
    [InlineData(ReplenishmentPolicy.MaximumLevel)]
    [InlineData(ReplenishmentPolicy.OrderUpTo)]
    public void Solve_AnyProblem_CountsCostsAsTheCheckerDoes(ReplenishmentPolicy policy)
    {
        var compared = 0;
        for (var seed = 1_000; seed < 1_000 + Draws.Of(60); seed++)
        {
            var result = Solve(RandomInventory.Draw(seed, policy, hasShortageCost: true, customers: 8, periods: 5), new SolveOptions { Iterations = 200 });
            if (!result.Verdict.Feasible)
                continue;
            result.Trace[^1].Cost.ShouldBe(result.Cost.Total, $"seed {seed}");
            compared++;
        }

        compared.ShouldBeGreaterThan(30);
    }

    [Fact]
    public void Solve_IterationsOfATimedRun_GiveItsScheduleAgain()
    {
        var problem = RandomInventory.Draw(7, ReplenishmentPolicy.MaximumLevel, hasShortageCost: true, customers: 8, periods: 6);
        var timed = Solve(problem, new SolveOptions { Seed = 3, TimeLimit = TimeSpan.FromMilliseconds(200) });

        var again = Solve(problem, new SolveOptions { Seed = 3, Iterations = timed.Iterations });

        again.Schedule.ShouldBe(timed.Schedule);
    }

    /// <summary>Where shortages have a price and the depot has room, serving nobody is allowed, so that no search is too short.</summary>
    [Theory]
    [InlineData(ReplenishmentPolicy.MaximumLevel)]
    [InlineData(ReplenishmentPolicy.OrderUpTo)]
    public void Solve_HardlySearched_KeepsTheRulesAllTheSame(ReplenishmentPolicy policy)
    {
        var kept = 0;
        for (var seed = 0; seed < Draws.Of(100); seed++)
        {
            // However dear the shortages.
            var problem = RandomInventory.Draw(seed, policy, hasShortageCost: true, customers: 10, periods: 5, dearestShortage: seed % 2 == 0 ? 30 : 100_000);
            if (problem.Supplier.Capacity is not null)
                continue;
            Solve(problem, new SolveOptions { Iterations = 1 }).Verdict.Breaches.ShouldBeEmpty($"seed {seed}");
            kept++;
        }

        kept.ShouldBeGreaterThan(50);
    }

    [Fact]
    public void Solve_Cancelled_GivesTheBestSoFar()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var problem = RandomInventory.Draw(7, ReplenishmentPolicy.MaximumLevel, hasShortageCost: true, customers: 8, periods: 6);

        var result = new InventorySolver().Solve(problem, new SolveOptions { TimeLimit = TimeSpan.FromHours(1) }, null, cancelled.Token);

        result.WasCancelled.ShouldBeTrue();
        result.Iterations.ShouldBe(0);
        result.Verdict.Feasible.ShouldBeTrue();
    }

    private static InventoryResult Solve(InventoryProblem problem, SolveOptions options) => new InventorySolver().Solve(problem, options, null, TestContext.Current.CancellationToken);
}
