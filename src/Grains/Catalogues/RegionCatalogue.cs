using System.Collections.Frozen;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Products;
using Territory.Model.Quantities;
using Territory.Model.Regions;
using Territory.Model.Terminals;
using Territory.Simulation.Market.Rules;

namespace Territory.Grains.Catalogues;

/// <summary>What decisions need of a region: its calendar and time zone, and its products with their prices.</summary>
internal sealed class RegionCatalogue(Region region, IReadOnlyList<Product> products)
{
    private readonly FrozenDictionary<ProductId, Product> byId = products.ToFrozenDictionary(product => product.Id);

    public Region Region { get; } = region;

    public IReadOnlyList<Product> Products { get; } = products;

    public Product? Find(ProductId product) => byId.GetValueOrDefault(product);

    public bool Lists(ProductId product) => byId.ContainsKey(product);

    /// <summary>The region's day at a moment.</summary>
    public DateOnly DayOf(DateTimeOffset at) => Region.ToLocal(at).Date;

    public Units UnitsOf(OrderLine line) => line.Cases.ToUnits(byId[line.Product].UnitsPerCase);

    /// <summary>Value of a line at the price that terminals pay (供货价).</summary>
    public Money ValueOf(ProductId product, Cases cases) => byId[product].Prices.TerminalPerCase * cases.Count;

    public int DaysBetweenVisits(TerminalFile terminal) => VisitCadence.DaysBetweenVisits(Region, terminal);
}
