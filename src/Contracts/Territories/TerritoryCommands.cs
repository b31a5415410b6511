using Territory.Model.Products;
using Territory.Model.Regions;

namespace Territory.Contracts.Territories;

/// <summary>Opens a region (区域) with its calendar, currency and visiting conventions.</summary>
[GenerateSerializer, Immutable, Alias("territory.CreateRegion")]
public sealed record CreateRegion(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] Region Region) : ICommand;

/// <summary>Puts products on the region's list (品项), replacing those with the same id.</summary>
[GenerateSerializer, Immutable, Alias("territory.ListProducts")]
public sealed record ListProducts(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] IReadOnlyList<Product> Products) : ICommand;
