namespace Territory.Simulation.Expansion.Selection;

/// <summary>A condition that a region fails.</summary>
/// <param name="Code">Stable, for example "gate.execution" or "gate.data.terminals".</param>
/// <param name="Figure">What was found; null where nothing is known.</param>
public sealed record GateCondition(string Code, double? Figure, double Threshold);
