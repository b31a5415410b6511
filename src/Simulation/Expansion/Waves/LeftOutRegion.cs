namespace Territory.Simulation.Expansion.Waves;

/// <summary>A region that is not opened, and why.</summary>
/// <param name="BestValue">What its best start would be worth alone over not opening it, in units of the objective.</param>
/// <param name="Constraint">The limit in the way of its best start that pays.</param>
/// <param name="Week">The week of that start.</param>
/// <param name="Detail">Further codes, for example the conditions of a gate that fail.</param>
public sealed record LeftOutRegion(string Region, LeftOutReason Reason, double? BestValue, WaveConstraint Constraint, int? Week, IReadOnlyList<string> Detail);
