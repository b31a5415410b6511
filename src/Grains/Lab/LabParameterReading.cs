using Territory.Model.Ids;
using Territory.Model.Problems;
using Territory.Simulation.Lab.Scenarios;

namespace Territory.Grains.Lab;

/// <summary>A scenario as a function of some of its numbers.</summary>
/// <param name="Parameters">Null where there are problems.</param>
/// <param name="Position">Where every live region that is looked at "now" is looked at; null: there is none.</param>
/// <param name="LiveRegions">Those whose terminals the scenario or a variant of it uses.</param>
internal sealed record LabParameterReading(ScenarioParameters? Parameters, IReadOnlyList<Problem> Problems, long? Position, IReadOnlyList<RegionId> LiveRegions);
