using Territory.Model.Products;
using Territory.Model.Regions;

namespace Territory.Contracts.Territories;

[GenerateSerializer, Immutable, Alias("territory.RegionCreated")]
public sealed record RegionCreated(
    [property: Id(0)] Region Region) : IEvent;

[GenerateSerializer, Immutable, Alias("territory.ProductsListed")]
public sealed record ProductsListed(
    [property: Id(0)] IReadOnlyList<Product> Products) : IEvent;
