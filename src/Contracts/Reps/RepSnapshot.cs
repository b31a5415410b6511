using Territory.Model.Reps;

namespace Territory.Contracts.Reps;

/// <summary>A rep as they are now.</summary>
[GenerateSerializer, Immutable, Alias("territory.RepSnapshot")]
public sealed record RepSnapshot(
    [property: Id(0)] RepFile File,
    [property: Id(1)] long Version,
    [property: Id(2)] DateOnly? WorkingDay,
    [property: Id(3)] DateTimeOffset? StartedAt);
