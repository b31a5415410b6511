using Territory.Simulation.Expansion.Templates;

namespace Territory.Simulation.Expansion.Scenarios;

/// <summary>What a scenario's candidates were chosen by (选点): the frozen template, and what is known of each region, whether it may start or not.</summary>
public sealed record MarketSelection(MarketTemplate Template, IReadOnlyList<StudiedRegion> Regions);
