using Territory.Simulation.Lab.FieldCosts;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Lab.Scenarios;

/// <summary>A scenario ready to run.</summary>
/// <param name="TerminalIds">Of each region the census's ids, in the order of the terminals' rows.</param>
/// <param name="FieldCosts">Of each region the laws that the road is computed by, with their error; null where none were fitted.</param>
/// <param name="Variants">In the order of the file, each complete.</param>
public sealed record ReadScenario(
    Scenario Scenario, LabSetup Setup, IReadOnlyList<IReadOnlyList<string>> TerminalIds, IReadOnlyList<FieldCostFits?> FieldCosts, IReadOnlyList<(string Name, LabSetup Setup)> Variants);
