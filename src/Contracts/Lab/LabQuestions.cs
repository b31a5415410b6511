using Territory.Model.Ids;

namespace Territory.Contracts.Lab;

/// <summary>What would a scenario run on, and what of it is assumed?</summary>
/// <param name="Only">The one live region whose terminals may be used; null: any.</param>
[GenerateSerializer, Immutable, Alias("territory.CheckLabScenario")]
public sealed record CheckLabScenario(
    [property: Id(0)] string Content,
    [property: Id(1)] RegionId? Only);

/// <summary>How do the live regions score against a template of the lab?</summary>
/// <param name="Template">Null: the one that was frozen last.</param>
/// <param name="Only">The one live region that may be seen; null: all.</param>
[GenerateSerializer, Immutable, Alias("territory.AskLiveScorecard")]
public sealed record AskLiveScorecard(
    [property: Id(0)] string? Template,
    [property: Id(1)] RegionId? Only);

/// <summary>A live region as it is, or was at a position of the journal, as the scenario to start from.</summary>
/// <param name="Position">Null: now.</param>
[GenerateSerializer, Immutable, Alias("territory.BranchLabScenario")]
public sealed record BranchLabScenario(
    [property: Id(0)] RegionId Region,
    [property: Id(1)] long? Position,
    [property: Id(2)] string Name,
    [property: Id(3)] int Days);
