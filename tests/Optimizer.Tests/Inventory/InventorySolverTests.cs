using Territory.Optimizer.Inventory;
using Territory.Optimizer.Solving;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Inventory;

public sealed class InventorySolverTests
{
    private static readonly long Iterations = long.Parse(Environment.GetEnvironmentVariable("ITER") ?? "1000");

    /// <summary>Expected: trying everything (<see cref="InventoryOracle"/>), also of whether there is a schedule at all.</summary>
    [Theory]
    [InlineData(ReplenishmentPolicy.MaximumLevel, true)]
    [InlineData(ReplenishmentPolicy.MaximumLevel, false)]
    [InlineData(ReplenishmentPolicy.OrderUpTo, true)]
    [InlineData(ReplenishmentPolicy.OrderUpTo, false)]
    public void Solve_TinyProblems_FindsTheLeastCost(ReplenishmentPolicy policy, bool hasShortageCost)
    {
        var (feasible, missed) = (0, new List<string>());
        for (var seed = 0; seed < Draws.Of(120); seed++)
        {
            var problem = RandomInventory.Draw(seed, policy, hasShortageCost);
            var expected = new InventoryOracle(problem).LeastCost();

            var result = Solve(problem, new SolveOptions { Seed = 1, Iterations = Iterations });

            feasible += expected is null ? 0 : 1;
            if (result.Verdict.Feasible != expected is not null || (expected is not null && result.Cost.Total != expected))
                missed.Add($"seed {seed}: expected {expected}, got {result.Cost.Total} {string.Join("; ", result.Verdict.Breaches)}");
        }

        missed.ShouldBeEmpty();
        feasible.ShouldBeGreaterThan(20);
    }

    private static InventoryResult Solve(InventoryProblem problem, SolveOptions options) => new InventorySolver().Solve(problem, options, null, TestContext.Current.CancellationToken);
}
