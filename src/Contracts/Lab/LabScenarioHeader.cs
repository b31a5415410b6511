using Territory.Model.Ids;

namespace Territory.Contracts.Lab;

/// <summary>One version of a scenario without its content.</summary>
/// <param name="Variants">Besides the scenario itself.</param>
/// <param name="LiveRegions">The regions of the live territory whose terminals it or a variant of it uses.</param>
[GenerateSerializer, Immutable, Alias("territory.LabScenarioHeader")]
public sealed record LabScenarioHeader(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] int Version,
    [property: Id(3)] UserId By,
    [property: Id(4)] DateTimeOffset At,
    [property: Id(5)] IReadOnlyList<string> Regions,
    [property: Id(6)] int Days,
    [property: Id(7)] int Variants,
    [property: Id(8)] IReadOnlyList<RegionId> LiveRegions);
