using Territory.Model;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Exports.Sheets;

/// <summary>So many cases of one product.</summary>
internal sealed record GoodsLine(ProductId Product, LocalizedText Name, Cases Cases, Mass Mass, Volume Volume);

/// <summary>What a plan's stops are to get, by product in the order of the region's catalogue; not what was cancelled since.</summary>
internal static class StopGoods
{
    public static IReadOnlyList<GoodsLine> Of(PlannedDeliveries day, params IEnumerable<DeliveryStop> stops)
    {
        var cases = new Dictionary<ProductId, int>();
        foreach (var line in stops.SelectMany(stop => stop.Orders).Select(order => day.Orders.GetValueOrDefault(order)).OfType<PlannedOrder>()
            .Where(order => order.State != PlannedOrderState.Cancelled).SelectMany(order => order.Lines))
        {
            cases[line.Product] = cases.GetValueOrDefault(line.Product) + line.Cases.Count;
        }

        return
        [
            .. day.Products.Values.Where(product => cases.ContainsKey(product.Id)).Select(product => new GoodsLine(
                product.Id, product.Name, new Cases(cases[product.Id]), product.CaseMass * cases[product.Id], product.CaseVolume * cases[product.Id])),
            .. cases.Where(pair => !day.Products.ContainsKey(pair.Key)).OrderBy(pair => pair.Key.Value, StringComparer.Ordinal)
                .Select(pair => new GoodsLine(pair.Key, LocalizedText.Same(pair.Key.Value), new Cases(pair.Value), Mass.Zero, Volume.Zero)),
        ];
    }
}
