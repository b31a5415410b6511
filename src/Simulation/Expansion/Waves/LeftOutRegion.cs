namespace Territory.Simulation.Expansion.Waves;

/// <summary>A region that is not opened, and why.</summary>
/// <param name="BestValue">What its best start would be worth alone over not opening it, in units of the objective.</param>
/// <param name="Constraint">The limit in the way of most of its starts that pay.</param>
/// <param name="Week">The most valuable start that this limit is in the way of, or that there is.</param>
/// <param name="Blocked">How many of its starts that pay each limit is in the way of.</param>
public sealed record LeftOutRegion(string Region, LeftOutReason Reason, double? BestValue, WaveConstraint Constraint, int? Week, IReadOnlyDictionary<WaveConstraint, int> Blocked);
