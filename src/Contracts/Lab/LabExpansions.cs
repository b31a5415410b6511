using Territory.Model.Ids;

namespace Territory.Contracts.Lab;

/// <summary>Which regions next, in what order and with whom (滚动复制)?</summary>
/// <param name="Content">JSON with the scenario and the censuses of its regions.</param>
/// <param name="Only">The one live region whose terminals may be used; null: any.</param>
[GenerateSerializer, Immutable, Alias("territory.AskExpansion")]
public sealed record AskExpansion(
    [property: Id(0)] string Content,
    [property: Id(1)] RegionId? Only);

/// <summary>Searches a plan of waves. Scenario, seed and iterations decide the result.</summary>
[GenerateSerializer, Immutable, Alias("territory.StartLabExpansion")]
public sealed record StartLabExpansion(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] AskExpansion Asked,
    [property: Id(2)] long Seed,
    [property: Id(3)] long Iterations) : ICommand;

/// <summary>Ends a search with the best plan so far.</summary>
[GenerateSerializer, Immutable, Alias("territory.StopLabExpansion")]
public sealed record StopLabExpansion(
    [property: Id(0)] CommandHeader Header) : ICommand;

/// <param name="Goal">What the objective is of: a net present value, or weeks to leadership.</param>
[GenerateSerializer, Immutable, Alias("territory.LabExpansionStarted")]
public sealed record LabExpansionStarted(
    [property: Id(0)] string Expansion,
    [property: Id(1)] string Name,
    [property: Id(2)] int Regions,
    [property: Id(3)] string Goal,
    [property: Id(4)] long Seed,
    [property: Id(5)] long Iterations,
    [property: Id(6)] IReadOnlyList<RegionId> LiveRegions,
    [property: Id(7)] UserId By,
    [property: Id(8)] DateTimeOffset At) : IEvent;

/// <param name="Error">Why it failed.</param>
[GenerateSerializer, Immutable, Alias("territory.LabExpansionEnded")]
public sealed record LabExpansionEnded(
    [property: Id(0)] LabRunEnd End,
    [property: Id(1)] long Iterations,
    [property: Id(2)] double? Objective,
    [property: Id(3)] double Seconds,
    [property: Id(4)] string? Error) : IEvent;

/// <summary>Puts the end of a search on record, after its texts.</summary>
[GenerateSerializer, Immutable, Alias("territory.RecordExpansionEnd")]
public sealed record RecordExpansionEnd(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] LabExpansionEnded End) : ICommand;

/// <summary>A search as it is now.</summary>
/// <param name="Objective">Of the best plan so far, in major units of money or in weeks.</param>
/// <param name="Outlooks">Regions whose outlook is known, before any plan is sought.</param>
/// <param name="MostOutlooks">Regions that may start; of one that has ended 0.</param>
[GenerateSerializer, Immutable, Alias("territory.LabExpansionProgress")]
public sealed record LabExpansionProgress(
    [property: Id(0)] LabRunState State,
    [property: Id(1)] long Iterations,
    [property: Id(2)] double? Objective,
    [property: Id(3)] double Seconds,
    [property: Id(4)] string? Error,
    [property: Id(5)] int Outlooks = 0,
    [property: Id(6)] int MostOutlooks = 0);
