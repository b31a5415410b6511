using System.Text.Json;

namespace Territory.Simulation.Lab.Scenarios;

/// <summary>The scenario with other values in some places.</summary>
/// <param name="Set">Paths as problems name them, with the new value: "regions[0].fleet.vehicles", "regions[*].rivals.ownPull", "rules.ordering.rule".</param>
public sealed record ScenarioVariant(string Name, IReadOnlyDictionary<string, JsonElement> Set);
