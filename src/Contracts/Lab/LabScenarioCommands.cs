using Territory.Model.Ids;

namespace Territory.Contracts.Lab;

/// <summary>Keeps a scenario (仿真方案) as a new one or as the next version of one.</summary>
/// <param name="BaseVersion">The version that was changed; null: it is new.</param>
/// <param name="Content">The scenario's JSON.</param>
/// <param name="Only">The one live region whose terminals may be used; null: any.</param>
[GenerateSerializer, Immutable, Alias("territory.SaveLabScenario")]
public sealed record SaveLabScenario(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] int? BaseVersion,
    [property: Id(2)] string Content,
    [property: Id(3)] RegionId? Only) : ICommand;

/// <summary>Takes a scenario off the list. Runs of it stay.</summary>
[GenerateSerializer, Immutable, Alias("territory.RemoveLabScenario")]
public sealed record RemoveLabScenario(
    [property: Id(0)] CommandHeader Header) : ICommand;
