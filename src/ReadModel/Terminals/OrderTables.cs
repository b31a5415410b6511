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
        for (var i = 0; i < placed.Lines.Count; i++)
        {
            var line = placed.Lines[i];
            connection.Execute(InsertLine, order.Id.Value, i, line.Product.Value, line.Cases.Count, line.Units.Count, line.Value.MinorUnits);
        }
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
}
