using Territory.Model.Distributors;
using Territory.Model.Orders;

namespace Territory.Contracts.Distributors;

/// <summary>A distributor as it is now, with the stock in its depot.</summary>
[GenerateSerializer, Immutable, Alias("territory.DistributorSnapshot")]
public sealed record DistributorSnapshot(
    [property: Id(0)] DistributorFile File,
    [property: Id(1)] long Version,
    [property: Id(2)] IReadOnlyList<OrderLine> Stock);
