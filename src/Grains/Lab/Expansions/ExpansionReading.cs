using Territory.Model.Ids;
using Territory.Model.Problems;
using Territory.Simulation.Expansion.Scenarios;

namespace Territory.Grains.Lab.Expansions;

/// <summary>A scenario made ready, or everything that is wrong with it.</summary>
/// <param name="LiveRegions">Those whose terminals or roads it uses.</param>
internal sealed record ExpansionReading<T>(ExpansionScenario? Scenario, T? Ready, IReadOnlyList<Problem> Problems, IReadOnlyList<RegionId> LiveRegions)
    where T : class;
