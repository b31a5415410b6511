using Territory.Model.Ids;

namespace Territory.Contracts;

/// <summary>Which command this is, who acts and when it happened in the territory's time (real or simulated).</summary>
[GenerateSerializer, Immutable, Alias("territory.CommandHeader")]
public sealed record CommandHeader(
    [property: Id(0)] CommandId Id,
    [property: Id(1)] UserId Actor,
    [property: Id(2)] DateTimeOffset At);
