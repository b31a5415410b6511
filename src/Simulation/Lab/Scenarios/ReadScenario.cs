using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Lab.Scenarios;

/// <summary>A scenario ready to run.</summary>
/// <param name="TerminalIds">Of each region the census's ids, in the order of the terminals' rows.</param>
/// <param name="Variants">In the order of the file, each complete.</param>
public sealed record ReadScenario(
    Scenario Scenario, LabSetup Setup, IReadOnlyList<IReadOnlyList<string>> TerminalIds, IReadOnlyList<(string Name, LabSetup Setup)> Variants);
