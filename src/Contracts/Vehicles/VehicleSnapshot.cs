using Territory.Model.Ids;
using Territory.Model.Vehicles;

namespace Territory.Contracts.Vehicles;

/// <summary>A vehicle as it is now.</summary>
[GenerateSerializer, Immutable, Alias("territory.VehicleSnapshot")]
public sealed record VehicleSnapshot(
    [property: Id(0)] VehicleFile File,
    [property: Id(1)] long Version,
    [property: Id(2)] PlanId? Plan,
    [property: Id(3)] int? Trip,
    [property: Id(4)] DateTimeOffset? DepartedAt);
