using Territory.Model.Products;
using Territory.Model.Regions;

namespace Territory.Contracts.Territories;

/// <summary>A region and what it sells.</summary>
[GenerateSerializer, Immutable, Alias("territory.TerritorySnapshot")]
public sealed record TerritorySnapshot(
    [property: Id(0)] Region Region,
    [property: Id(1)] long Version,
    [property: Id(2)] IReadOnlyList<Product> Products);
