namespace Territory.Contracts.Lab;

/// <summary>Which assumption moves a figure (敏感性): each is set low and high while the others stay.</summary>
/// <param name="Figure">As results name it.</param>
[GenerateSerializer, Immutable, Alias("territory.LabSensitivity")]
public sealed record LabSensitivity(
    [property: Id(0)] string Figure,
    [property: Id(1)] IReadOnlyList<LabAssumptionRange> Paths);

/// <summary>A low and a high value of one assumption.</summary>
/// <param name="Path">As a variant names it.</param>
[GenerateSerializer, Immutable, Alias("territory.LabAssumptionRange")]
public sealed record LabAssumptionRange(
    [property: Id(0)] string Path,
    [property: Id(1)] double Low,
    [property: Id(2)] double High);
