using Territory.Model.Schedules;
using Territory.Optimizer.Solving;

namespace Territory.Cli.Plans;

/// <summary>What to schedule and for how long.</summary>
/// <param name="Region">The region's id or name.</param>
/// <param name="Limits">For each distributor.</param>
/// <param name="OutputDirectory">Where to write the schedules as files; null: nowhere.</param>
internal sealed record SchedulingRequest(
    string Region, DateOnly From, int Days, ReplenishmentPolicy Policy, int CoverDays, SolveOptions Limits, string? OutputDirectory);
