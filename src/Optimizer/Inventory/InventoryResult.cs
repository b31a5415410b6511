using Territory.Optimizer.Solving;

namespace Territory.Optimizer.Inventory;

/// <summary>What a search gave and what reproduces it.</summary>
/// <param name="Verdict">The checker's, with the cost.</param>
/// <param name="Iterations">Done; as <see cref="SolveOptions.Iterations"/> they give this result again.</param>
/// <param name="Trace">Each improvement of the best, in order; broken rules are in its costs at a price above that of keeping them.</param>
public sealed record InventoryResult(
    InventorySchedule Schedule,
    ScheduleVerdict Verdict,
    long Iterations,
    long Seed,
    string Engine,
    TimeSpan Elapsed,
    bool WasCancelled,
    IReadOnlyList<SolveProgress> Trace)
{
    public InventoryCost Cost => Verdict.Cost;
}
