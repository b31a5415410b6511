using Territory.Contracts.Terminals;
using Territory.Journal.Sql;
using Territory.Model.Ids;
using Territory.Model.Terminals;

namespace Territory.ReadModel.Terminals;

/// <summary>Orders and their lines. Status: "open", "delivered" or "cancelled".</summary>
internal static class OrderTables
{
    private const string Insert = """
        INSERT INTO orders (id, terminal, region, distributor, placed_at, placed_on, due_on, status, cases, value, note)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'open', ?8, ?9, ?10)
        """;

    private const string InsertLine = "INSERT INTO order_lines (order_id, line, product, cases, units, value) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";

    private const string InsertPart = """
        INSERT INTO orders (id, terminal, region, distributor, placed_at, placed_on, due_on, status, cases, value, note)
        SELECT ?2, terminal, region, distributor, placed_at, placed_on, due_on, status, ?3, ?4, note FROM orders WHERE id = ?1
        """;

    private const string Shrink = "UPDATE orders SET cases = ?2, value = ?3 WHERE id = ?1";

    private const string Close = "UPDATE orders SET status = ?2, closed_at = ?3 WHERE id = ?1";

    public static void Create(IProjectionConnection connection)
    {
        connection.Execute("""
            CREATE TABLE orders (
                id TEXT NOT NULL PRIMARY KEY,
                terminal TEXT NOT NULL,
                region TEXT NOT NULL,
                distributor TEXT NOT NULL,
                placed_at INTEGER NOT NULL,
                placed_on INTEGER NOT NULL,
                due_on INTEGER NOT NULL,
                status TEXT NOT NULL,
                closed_at INTEGER,
                cases INTEGER NOT NULL,
                value INTEGER NOT NULL,
                note TEXT)
            """);
        connection.Execute("CREATE INDEX orders_open ON orders (distributor, due_on) WHERE status = 'open'");
        connection.Execute("CREATE INDEX orders_terminal ON orders (terminal, placed_at)");
        connection.Execute("""
            CREATE TABLE order_lines (
                order_id TEXT NOT NULL,
                line INTEGER NOT NULL,
                product TEXT NOT NULL,
                cases INTEGER NOT NULL,
                units INTEGER NOT NULL,
                value INTEGER NOT NULL,
                PRIMARY KEY (order_id, line)) WITHOUT ROWID
            """);
    }

    public static void Place(IProjectionConnection connection, TerminalFile file, OrderPlaced placed)
    {
        var order = placed.Order;
        connection.Execute(
            Insert, order.Id.Value, order.Terminal.Value, file.Region.Value, order.Distributor.Value, order.PlacedAt.ToUnixTimeMilliseconds(),
            placed.Day.DayNumber, order.DueOn.DayNumber, placed.Lines.Sum(line => line.Cases.Count), placed.Value.MinorUnits, order.Note);
        Put(connection, order.Id, placed.Lines);
    }

    public static void Split(IProjectionConnection connection, OrderSplit split)
    {
        connection.Execute(InsertPart, split.Order.Value, split.Split.Id.Value, CasesOf(split.SplitLines), ValueOf(split.SplitLines));
        Put(connection, split.Split.Id, split.SplitLines);
        connection.Execute(Shrink, split.Order.Value, CasesOf(split.Remaining), ValueOf(split.Remaining));
        connection.Execute("DELETE FROM order_lines WHERE order_id = ?1", split.Order.Value);
        Put(connection, split.Order, split.Remaining);
    }

    public static void Cancel(IProjectionConnection connection, OrderId order, DateTimeOffset at) =>
        connection.Execute(Close, order.Value, "cancelled", at.ToUnixTimeMilliseconds());

    public static void Deliver(IProjectionConnection connection, DeliveryReceived delivered)
    {
        if (delivered.OrdersStayOpen)
            return;
        foreach (var order in delivered.Orders)
            connection.Execute(Close, order.Value, "delivered", delivered.At.ToUnixTimeMilliseconds());
    }

    private static void Put(IProjectionConnection connection, OrderId order, IReadOnlyList<PricedLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
            connection.Execute(InsertLine, order.Value, i, lines[i].Product.Value, lines[i].Cases.Count, lines[i].Units.Count, lines[i].Value.MinorUnits);
    }

    private static int CasesOf(IReadOnlyList<PricedLine> lines) => lines.Sum(line => line.Cases.Count);

    private static long ValueOf(IReadOnlyList<PricedLine> lines) => lines.Sum(line => line.Value.MinorUnits);
}
