using Territory.Model.Ids;

namespace Territory.Contracts.Following;

/// <summary>A proposal that could not be made.</summary>
[GenerateSerializer, Immutable, Alias("territory.CutOffFailure")]
public sealed record CutOffFailure(
    [property: Id(0)] DistributorId Distributor,
    [property: Id(1)] DateOnly Date,
    [property: Id(2)] CommandResult Outcome);

/// <summary>The proposals of a region that could not be made.</summary>
[GenerateSerializer, Immutable, Alias("territory.CutOffFailures")]
public sealed record CutOffFailures(
    [property: Id(0)] IReadOnlyList<CutOffFailure> Failures);
