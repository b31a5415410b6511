namespace Territory.Simulation.Expansion.Census;

/// <summary>A rival's share of the category somewhere, 0 to 1.</summary>
/// <param name="Cell">The cell it is known for; null: the whole region, or the terminal it stands at.</param>
public sealed record RivalShare(string Rival, double Share, string? Cell = null);
