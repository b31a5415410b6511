using System.Text.Json;
using Territory.Journal.Sql;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Quantities;
using Territory.Model.Regions;
using Territory.Model.Terminals;
using Territory.Model.Vehicles;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Serialization;
using Territory.ReadModel.Terminals;

namespace Territory.Grains.Plans;

/// <summary>What planning reads, all from one consistent view.</summary>
internal static class PlanQueries
{
    private const string OpenOrders = """
        SELECT o.id, o.terminal, o.distributor, o.placed_at, o.due_on, o.note, l.product, l.cases
        FROM orders o JOIN order_lines l ON l.order_id = o.id
        WHERE o.status = 'open' AND o.distributor = ?1 AND o.due_on <= ?2 ORDER BY o.id, l.line
        """;

    private const string OrderById = """
        SELECT o.id, o.terminal, o.distributor, o.placed_at, o.due_on, o.note, l.product, l.cases
        FROM orders o JOIN order_lines l ON l.order_id = o.id
        WHERE o.id = ?1 AND o.status <> 'cancelled' ORDER BY l.line
        """;

    /// <summary>Open orders due on or before a day, in order of id.</summary>
    public static IReadOnlyList<Order> OrdersDue(IQueryConnection connection, Region region, DistributorId distributor, DateOnly date) =>
        ReadOrders(connection.Query(OpenOrders, distributor.Value, date.DayNumber), region);

    /// <summary>An order that is open or delivered; null when it is unknown or cancelled.</summary>
    public static Order? FindOrder(IQueryConnection connection, Region region, OrderId order) =>
        ReadOrders(connection.Query(OrderById, order.Value), region).FirstOrDefault();

    public static IReadOnlyList<VehicleFile> VehiclesOf(IQueryConnection connection, DistributorId distributor)
    {
        var files = new List<VehicleFile>();
        using var rows = connection.Query("SELECT file FROM vehicles WHERE distributor = ?1 ORDER BY id", distributor.Value);
        while (rows.Read())
            files.Add(JsonSerializer.Deserialize(rows.GetString(0), StateJsonContext.Default.VehicleFile)!);
        return files;
    }

    public static TerminalFile FileOf(IQueryConnection connection, TerminalId terminal) =>
        ActorStates.Find<TerminalState>(connection, terminal.Value).State?.File
        ?? throw new InvalidOperationException($"Terminal {terminal} has orders or a place on a list, but no file.");

    /// <summary>A rep's outlets with their last visit and the day they were registered, in order of id.</summary>
    public static IReadOnlyList<(TerminalFile File, DateOnly? LastVisit, DateOnly Registered)> OutletsOf(IQueryConnection connection, RepId rep)
    {
        var outlets = new List<(TerminalFile, DateOnly?, DateOnly)>();
        using var rows = connection.Query(
            """
            SELECT a.version, a.state FROM terminals t JOIN actor_state a ON a.kind = 'terminal' AND a.id = t.id WHERE t.rep = ?1 ORDER BY t.id
            """,
            rep.Value);
        while (rows.Read())
        {
            var state = JsonSerializer.Deserialize(rows.GetBytes(1), StateJsonContext.Default.TerminalState)!;
            outlets.Add((state.File, state.LastVisitOn, state.RegisteredOn));
        }

        return outlets;
    }

    /// <summary>The first day of the region's simulated market; null where it has none.</summary>
    public static DateOnly? MarketStart(IQueryConnection connection, RegionId region)
    {
        using var rows = connection.Query("SELECT starts_on FROM markets WHERE region = ?1", region.Value);
        return rows.Read() ? DateOnly.FromDayNumber(rows.GetInt32(0)) : null;
    }

    private static List<Order> ReadOrders(ISqlRows rows, Region region)
    {
        var orders = new List<Order>();
        using (rows)
        {
            while (rows.Read())
            {
                var id = new OrderId(rows.GetString(0));
                var line = new OrderLine(new ProductId(rows.GetString(6)), new Cases(rows.GetInt32(7)));
                if (orders.Count > 0 && orders[^1].Id == id)
                {
                    ((List<OrderLine>)orders[^1].Lines).Add(line);
                    continue;
                }

                var placedAt = DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(3));
                orders.Add(new Order
                {
                    Id = id,
                    Terminal = new TerminalId(rows.GetString(1)),
                    Distributor = new DistributorId(rows.GetString(2)),
                    PlacedAt = TimeZoneInfo.ConvertTime(placedAt, TimeZoneInfo.FindSystemTimeZoneById(region.TimeZone)),
                    DueOn = DateOnly.FromDayNumber(rows.GetInt32(4)),
                    Lines = new List<OrderLine> { line },
                    Note = rows.GetStringOrNull(5),
                });
            }
        }

        return orders;
    }
}
