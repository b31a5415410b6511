using Territory.Journal;
using Territory.Journal.Sql;
using Territory.Model.Ids;
using Territory.Model.Quantities;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Terminals;

namespace Territory.ReadModel.Queries;

/// <summary>One outlet's page.</summary>
public sealed class TerminalPageQuery(IJournal journal)
{
    private const int Recent = 30;

    /// <summary>The page; null when there is no such outlet in scope.</summary>
    public async Task<TerminalPage?> FindAsync(ReadScope scope, TerminalId terminal, DateOnly today, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        if (!OutletQueries.Contains(snapshot, scope, terminal) || ActorStates.Find<TerminalState>(snapshot, terminal.Value).State is not { } state)
            return null;
        var sales = state.Shelf.Sales.Totals(state.Shelf.Products.Length);
        return new TerminalPage(
            state.File,
            StockOf(state),
            state.Shelf.LowestCoverDays(),
            [.. state.OpenOrders.Select(open => open.Order)],
            state.Balance,
            state.LastVisitOn,
            NextVisit(snapshot, scope.Region, terminal, today),
            Visits(snapshot, terminal),
            Deliveries(snapshot, terminal),
            Orders(snapshot, terminal),
            new SalesSeries([.. sales.Select(day => day.Day)], [.. sales.Select(day => day.Units)]),
            VisitInProgress.Of(state.Visit),
            snapshot.Position);
    }

    private static TerminalStock[] StockOf(TerminalState state)
    {
        var shelf = state.Shelf;
        var means = shelf.MeanDailySales();
        var lines = new TerminalStock[shelf.Products.Length];
        for (var i = 0; i < lines.Length; i++)
        {
            var counted = shelf.LastCount[i] != Shelf.NeverCounted;
            lines[i] = new TerminalStock(
                shelf.Products[i],
                i < shelf.Listed,
                new Units(shelf.Stock[i]),
                new Units(shelf.OnOrder[i]),
                means[i],
                means[i] > 0 ? shelf.Stock[i] / means[i] : null,
                counted ? new Units(shelf.LastCount[i]) : null,
                new Units(shelf.Received[i]),
                counted ? state.LastCountedAt : null);
        }

        return lines;
    }

    private static DateOnly? NextVisit(IQueryConnection connection, RegionId region, TerminalId terminal, DateOnly today)
    {
        var day = connection.Integer(
            """
            SELECT min(day) FROM (
                SELECT min(day) AS day FROM planned_visits WHERE region = ?1 AND day >= ?3 AND terminal = ?2
                UNION ALL
                SELECT min(next_on) FROM postponed_visits WHERE region = ?1 AND next_on >= ?3 AND terminal = ?2)
            """,
            region.Value, terminal.Value, today.DayNumber);
        return day is { } number ? DateOnly.FromDayNumber((int)number) : null;
    }

    private static List<TerminalVisit> Visits(IQueryConnection connection, TerminalId terminal) => connection.List(
        "SELECT started_at, ended_at, rep, productive, planned, outcome FROM visits WHERE terminal = ?1 ORDER BY started_at DESC LIMIT ?2",
        rows => new TerminalVisit(
            rows.Instant(0), rows.InstantOrNull(1), new RepId(rows.GetString(2)), rows.GetBoolean(3), rows.GetBoolean(4), rows.GetStringOrNull(5)),
        terminal.Value, Recent);

    private static List<TerminalDelivery> Deliveries(IQueryConnection connection, TerminalId terminal) => connection.List(
        "SELECT arrived_at, vehicle, cases, value, on_time, refusal, photo, signature FROM deliveries WHERE terminal = ?1 ORDER BY arrived_at DESC LIMIT ?2",
        rows => new TerminalDelivery(
            rows.Instant(0), new VehicleId(rows.GetString(1)), new Cases(rows.GetInt32(2)), new Money(rows.GetInt64(3)), rows.GetBoolean(4), rows.GetString(5),
            rows.GetStringOrNull(6), rows.GetStringOrNull(7)),
        terminal.Value, Recent);

    private static List<TerminalOrder> Orders(IQueryConnection connection, TerminalId terminal) => connection.List(
        "SELECT id, placed_at, due_on, cases, value, status FROM orders WHERE terminal = ?1 ORDER BY placed_at DESC LIMIT ?2",
        rows => new TerminalOrder(
            new OrderId(rows.GetString(0)), rows.Instant(1), rows.Day(2), new Cases(rows.GetInt32(3)), new Money(rows.GetInt64(4)), rows.GetString(5)),
        terminal.Value, Recent);
}
