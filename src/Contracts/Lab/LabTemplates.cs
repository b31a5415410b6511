using Territory.Model.Ids;

namespace Territory.Contracts.Lab;

/// <summary>Freezes a region of a finished run as a template (样板市场).</summary>
/// <param name="Only">The one live region whose terminals may be used; null: any.</param>
[GenerateSerializer, Immutable, Alias("territory.FreezeLabTemplate")]
public sealed record FreezeLabTemplate(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] string Run,
    [property: Id(2)] string Region,
    [property: Id(3)] string Name,
    [property: Id(4)] RegionId? Only) : ICommand;

/// <summary>A template without its content.</summary>
/// <param name="Hash">Names the content: two templates of one hash are the same.</param>
[GenerateSerializer, Immutable, Alias("territory.LabTemplateHeader")]
public sealed record LabTemplateHeader(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] string Run,
    [property: Id(3)] string Region,
    [property: Id(4)] string Hash,
    [property: Id(5)] UserId By,
    [property: Id(6)] DateTimeOffset At,
    [property: Id(7)] IReadOnlyList<RegionId> LiveRegions);

/// <summary>A template was frozen. It never changes.</summary>
/// <param name="Content">Its ratios, cadence, prices, costs and curves as JSON.</param>
[GenerateSerializer, Immutable, Alias("territory.LabTemplateFrozen")]
public sealed record LabTemplateFrozen(
    [property: Id(0)] LabTemplateHeader Header,
    [property: Id(1)] string Content) : IEvent;
