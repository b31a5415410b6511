using Territory.Model.Ids;

namespace Territory.Contracts.Lab;

/// <summary>A scenario was kept, as new or changed.</summary>
/// <param name="Header">What lists show of it.</param>
/// <param name="Content">The scenario's JSON as it was written.</param>
[GenerateSerializer, Immutable, Alias("territory.LabScenarioSaved")]
public sealed record LabScenarioSaved(
    [property: Id(0)] LabScenarioHeader Header,
    [property: Id(1)] string Content) : IEvent;

[GenerateSerializer, Immutable, Alias("territory.LabScenarioRemoved")]
public sealed record LabScenarioRemoved(
    [property: Id(0)] UserId By,
    [property: Id(1)] DateTimeOffset At) : IEvent;
