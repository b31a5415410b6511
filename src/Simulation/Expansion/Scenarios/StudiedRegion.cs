using Territory.Simulation.Expansion.Census;
using Territory.Simulation.Expansion.Selection;
using Territory.Simulation.Expansion.Templates;

namespace Territory.Simulation.Expansion.Scenarios;

/// <summary>A candidate with all that market selection says of it.</summary>
/// <param name="Ease">What orders it: as given, else its score.</param>
/// <param name="Excused">Why it may start although its gate says not yet.</param>
public sealed record StudiedRegion(
    CandidateMarket Region, RegionFit Fit, RegionScore Score, ReadinessGate Gate, DataCompleteness Completeness, CapacityEstimate Capacity,
    IReadOnlyList<SwotEntry> Swot, IReadOnlyList<WeakCell> WeakestCells, double Ease, string? Excused)
{
    public bool MayStart => Region.Terminals.Count > 0 && (Gate.IsOpen || Excused is not null);
}
