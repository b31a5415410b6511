using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Lab.Scenarios;

/// <summary>A scenario ready to run.</summary>
/// <param name="Variants">In the order of the file, each complete.</param>
public sealed record ReadScenario(Scenario Scenario, LabSetup Setup, IReadOnlyList<(string Name, LabSetup Setup)> Variants);
