using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Lab.Scenarios;

/// <summary>A question to the lab as people write it (仿真方案): a market, rules, and variants of both that are compared under the same luck.</summary>
public sealed record Scenario
{
    public required string Name { get; init; }

    public required DateOnly FirstDay { get; init; }

    public required int Days { get; init; }

    public required IReadOnlyList<LabProduct> Products { get; init; }

    public required IReadOnlyList<ScenarioRegion> Regions { get; init; }

    public LabRules Rules { get; init; } = new();

    /// <summary>Each is the scenario with some values changed, and is compared with it.</summary>
    public IReadOnlyList<ScenarioVariant> Variants { get; init; } = [];
}
