using Territory.Contracts.Distributors;
using Territory.Grains.Plans;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Quantities;
using Territory.Simulation.Market;
using Territory.Simulation.Randomness;

namespace Territory.Grains.Market;

/// <summary>The factory restocks depots in the evening by an (s, S) rule (订货点、补货目标).</summary>
/// <remarks>
/// With d the mean cases a day ordered over the last 14 days and t the cases that the next day's open orders take: what is left after t falls
/// below s = max(20, 3 d), so the depot is filled to S = max(60, 7 d) on top of t. Goods arrive the same evening.
/// </remarks>
internal sealed class DepotReplenishment(MarketContext context, MarketSetup setup)
{
    private const int WindowDays = 14;
    private const int LowestReorderPoint = 20;
    private const int LowestTarget = 60;
    private const int ReorderDays = 3;
    private const int TargetDays = 7;

    public async Task StockUpAsync(DateOnly day, DateTimeOffset at, CancellationToken cancellationToken)
    {
        foreach (var distributor in setup.Distributors)
        {
            var grain = context.Grains.GetGrain<IDistributorGrain>(distributor.Id.Value);
            if (await grain.GetSnapshot(cancellationToken) is not { } depot)
                continue;
            var (ordered, due) = await DemandAsync(distributor.Id, day, cancellationToken);
            var stock = depot.Stock.ToDictionary(line => line.Product.Value, line => line.Cases.Count, StringComparer.Ordinal);
            var lines = new List<OrderLine>();
            foreach (var product in setup.Products)
            {
                var id = product.Id.Value;
                var cases = Missing(stock.GetValueOrDefault(id), ordered.GetValueOrDefault(id), due.GetValueOrDefault(id));
                if (cases > 0)
                    lines.Add(new OrderLine(product.Id, new Cases(cases)));
            }

            if (lines.Count == 0)
                continue;
            var command = CommandIdentity.For(setup.Seed, DrawPurpose.PlanCommand, EntityKey.Of(distributor.Id), day, number: 3);
            var result = await grain.ReceiveGoods(new ReceiveGoods(MarketContext.Header(command, at), lines, "factory"), cancellationToken);
            context.Note(result, nameof(ReceiveGoods), distributor.Id.Value);
        }
    }

    /// <summary>Cases to receive of a product.</summary>
    internal static int Missing(int stock, int orderedInWindow, int due)
    {
        var reorderPoint = Math.Max(LowestReorderPoint, ReorderDays * orderedInWindow / WindowDays);
        var target = Math.Max(LowestTarget, TargetDays * orderedInWindow / WindowDays);
        var left = stock - due;
        return left < reorderPoint ? target - left : 0;
    }

    private async Task<(Dictionary<string, int> Ordered, Dictionary<string, int> Due)> DemandAsync(
        DistributorId distributor, DateOnly day, CancellationToken cancellationToken)
    {
        var ordered = new Dictionary<string, int>(StringComparer.Ordinal);
        using var snapshot = await context.Journal.OpenSnapshotAsync(cancellationToken);
        using (var rows = snapshot.Query(
            """
            SELECT l.product, sum(l.cases) FROM orders o JOIN order_lines l ON l.order_id = o.id
            WHERE o.distributor = ?1 AND o.due_on > ?2 AND o.status <> 'cancelled' GROUP BY l.product
            """,
            distributor.Value, day.DayNumber - WindowDays))
        {
            while (rows.Read())
                ordered[rows.GetString(0)] = rows.GetInt32(1);
        }

        var due = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in PlanQueries.OrdersDue(snapshot, setup.Region, distributor, day).SelectMany(order => order.Lines))
            due[line.Product.Value] = due.GetValueOrDefault(line.Product.Value) + line.Cases.Count;
        return (ordered, due);
    }
}
