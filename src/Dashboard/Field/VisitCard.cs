using Territory.Contracts.Terminals;
using Territory.Model;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Products;
using Territory.Model.Quantities;
using Territory.Model.Terminals;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Field;

/// <summary>The card of a visit (拜访卡): the terminal's page, and each listed product with what is needed to count and to order.</summary>
public sealed record VisitCard(
    TerminalFile File,
    IReadOnlyList<TerminalStock> Stock,
    double? CoverDays,
    IReadOnlyList<Order> OpenOrders,
    Money Balance,
    DateOnly? LastVisitOn,
    DateOnly? NextVisitOn,
    IReadOnlyList<TerminalVisit> Visits,
    IReadOnlyList<TerminalDelivery> Deliveries,
    IReadOnlyList<TerminalOrder> Orders,
    SalesSeries Sales,
    VisitInProgress? Visit,
    IReadOnlyList<CardProduct> Products,
    IReadOnlyList<SuggestedLine> Suggested)
{
    public static VisitCard Of(TerminalPage page, IReadOnlyList<Product> products, IReadOnlyList<SuggestedLine> suggested)
    {
        var byId = products.ToDictionary(product => product.Id);
        return new VisitCard(
            page.File,
            page.Stock,
            page.CoverDays,
            page.OpenOrders,
            page.Balance,
            page.LastVisitOn,
            page.NextVisitOn,
            page.Visits,
            page.Deliveries,
            page.Orders,
            page.Sales,
            page.Visit,
            [.. page.Stock.Where(line => line.Listed).Select(line => CardProduct.Of(line, byId.GetValueOrDefault(line.Product)))],
            suggested);
    }
}

/// <param name="PricePerCase">What the terminal pays.</param>
public sealed record CardProduct(
    ProductId Product,
    LocalizedText? Name,
    int? UnitsPerCase,
    Units? LastCount,
    DateTimeOffset? LastCountedAt,
    Units ReceivedSince,
    Units OnOrder,
    Money? PricePerCase)
{
    public static CardProduct Of(TerminalStock line, Product? product) => new(
        line.Product,
        product?.Name,
        product?.UnitsPerCase,
        line.LastCounted,
        line.LastCountedAt,
        line.ReceivedSince,
        line.OnOrder,
        product?.Prices.TerminalPerCase);
}
