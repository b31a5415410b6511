using Territory.Model.Ids;
using Territory.Model.Problems;
using Territory.Simulation.Lab.Scenarios;

namespace Territory.Grains.Lab;

/// <summary>A scenario's text as it was read.</summary>
/// <param name="Scenario">Null where there are problems.</param>
/// <param name="Fixed">The text with every live region looked at "now" fixed at the position that was.</param>
/// <param name="LiveRegions">Those whose terminals the scenario or a variant of it uses.</param>
internal sealed record LabReading(ReadScenario? Scenario, IReadOnlyList<Problem> Problems, string Fixed, IReadOnlyList<RegionId> LiveRegions);
