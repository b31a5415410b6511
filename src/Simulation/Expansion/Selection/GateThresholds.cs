namespace Territory.Simulation.Expansion.Selection;

/// <summary>What a region must reach before it may start; all editable.</summary>
/// <param name="Condition">Each of the five conditions and the team's acceptance, 0 to 1.</param>
/// <param name="Completeness">Each block of data.</param>
/// <param name="DealerCover">Distributors' capacity over what the region sells at the template's share.</param>
/// <param name="Score">On the scorecard, 0 to 100.</param>
public sealed record GateThresholds(double Condition = 0.5, double Completeness = 0.5, double DealerCover = 0.6, double Score = 0);
