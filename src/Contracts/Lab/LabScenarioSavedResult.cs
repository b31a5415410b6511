using Territory.Model.Problems;

namespace Territory.Contracts.Lab;

/// <summary>The version under which a scenario was kept, or everything that is wrong with it.</summary>
[GenerateSerializer, Immutable, Alias("territory.LabScenarioSavedResult")]
public sealed record LabScenarioSavedResult(
    [property: Id(0)] CommandResult Outcome,
    [property: Id(1)] int Version,
    [property: Id(2)] IReadOnlyList<Problem> Problems);
