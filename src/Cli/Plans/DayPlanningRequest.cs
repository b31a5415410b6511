using Territory.Model.Quantities;

namespace Territory.Cli.Plans;

/// <summary>What to plan and for how long.</summary>
/// <param name="Region">The region's id or name.</param>
/// <param name="OutputDirectory">Where to write the plans as files; null: nowhere.</param>
/// <param name="ByTimeOfDay">Whether deliveries drive at the times of each slot of the day, where the roads have slots.</param>
/// <param name="Address">Where the dashboard is reached, for the code on a printed sheet; null: the code holds the order's number.</param>
internal sealed record DayPlanningRequest(string Region, DateOnly Date, long Seed, long? Iterations, Duration? TimeLimit, string? OutputDirectory, bool ByTimeOfDay, string? Address);
