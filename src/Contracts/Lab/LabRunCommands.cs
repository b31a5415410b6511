using Territory.Model.Ids;

namespace Territory.Contracts.Lab;

/// <summary>Runs a scenario and its variants.</summary>
/// <param name="Scenario">The scenario's id, with its version; kept with the run, which has a copy of the content.</param>
/// <param name="Only">The one live region whose terminals may be used; null: any.</param>
[GenerateSerializer, Immutable, Alias("territory.StartLabRun")]
public sealed record StartLabRun(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] string Scenario,
    [property: Id(2)] int ScenarioVersion,
    [property: Id(3)] string Content,
    [property: Id(4)] LabRunSettings Settings,
    [property: Id(5)] RegionId? Only) : ICommand;

/// <summary>Ends a run with the replications that have finished.</summary>
[GenerateSerializer, Immutable, Alias("territory.StopLabRun")]
public sealed record StopLabRun(
    [property: Id(0)] CommandHeader Header) : ICommand;

/// <summary>Puts one text of a run's result on record.</summary>
[GenerateSerializer, Immutable, Alias("territory.RecordLabText")]
public sealed record RecordLabText(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] LabTextRecorded Text) : ICommand;

/// <summary>Puts the end of a run on record, after its texts.</summary>
[GenerateSerializer, Immutable, Alias("territory.RecordLabEnd")]
public sealed record RecordLabEnd(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] LabRunEnded End) : ICommand;
