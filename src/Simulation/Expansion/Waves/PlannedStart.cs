namespace Territory.Simulation.Expansion.Waves;

/// <summary>A region that is opened: when, in which wave and with whom.</summary>
/// <param name="Week">From 0.</param>
/// <param name="Wave">From 1; a wave is what starts before the launch of its first region is over.</param>
/// <param name="Value">Expected, in units of the objective.</param>
/// <param name="WeeksToLeadership">Since the start: mean over the replications in which we lead within the horizon; null where we never do.</param>
/// <param name="LeadershipShare">The share of those replications.</param>
public sealed record PlannedStart(
    string Region, int Week, int Wave, string Level, int Reps, int Vehicles, double StaffingRatio, double Value, double? WeeksToLeadership, double LeadershipShare, string? OrderOverride);
