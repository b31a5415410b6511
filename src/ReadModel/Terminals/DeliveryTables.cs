using Territory.Contracts.Terminals;
using Territory.Journal.Sql;
using Territory.Model.Terminals;

namespace Territory.ReadModel.Terminals;

/// <summary>Deliveries and payments as they happened. On time: arrived by the window's end, for who comes early waits; or without a window.</summary>
internal static class DeliveryTables
{
    private const string InsertDelivery = """
        INSERT INTO deliveries (position, terminal, region, distributor, vehicle, plan, day, window_start, window_end, arrived_at, completed_at,
            on_time, orders, cases, cases_ordered, value, refusal, photo, signature)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)
        """;

    private const string InsertLine = """
        INSERT INTO delivery_lines (position, product, ordered, delivered) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (position, product) DO UPDATE SET ordered = ordered + excluded.ordered, delivered = delivered + excluded.delivered
        """;

    private const string InsertOrder = "INSERT INTO delivery_orders (position, line, order_id) VALUES (?1, ?2, ?3)";

    private const string InsertPayment = """
        INSERT INTO payments (position, terminal, region, day, paid_at, amount, method, order_id, vehicle) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        """;

    public static void Create(IProjectionConnection connection)
    {
        connection.Execute("""
            CREATE TABLE deliveries (
                position INTEGER PRIMARY KEY,
                terminal TEXT NOT NULL,
                region TEXT NOT NULL,
                distributor TEXT NOT NULL,
                vehicle TEXT NOT NULL,
                plan TEXT,
                day INTEGER NOT NULL,
                window_start INTEGER,
                window_end INTEGER,
                arrived_at INTEGER NOT NULL,
                completed_at INTEGER NOT NULL,
                on_time INTEGER NOT NULL,
                orders INTEGER NOT NULL,
                cases INTEGER NOT NULL,
                cases_ordered INTEGER NOT NULL,
                value INTEGER NOT NULL,
                refusal TEXT NOT NULL,
                photo TEXT,
                signature TEXT)
            """);
        connection.Execute("""
            CREATE TABLE delivery_lines (
                position INTEGER NOT NULL,
                product TEXT NOT NULL,
                ordered INTEGER NOT NULL,
                delivered INTEGER NOT NULL,
                PRIMARY KEY (position, product)) WITHOUT ROWID
            """);
        connection.Execute("CREATE INDEX deliveries_terminal ON deliveries (terminal, arrived_at)");
        connection.Execute("CREATE INDEX deliveries_day ON deliveries (region, day)");
        connection.Execute("CREATE INDEX deliveries_vehicle ON deliveries (vehicle, day)");
        connection.Execute("""
            CREATE TABLE delivery_orders (
                position INTEGER NOT NULL,
                line INTEGER NOT NULL,
                order_id TEXT NOT NULL,
                PRIMARY KEY (position, line)) WITHOUT ROWID
            """);
        connection.Execute("""
            CREATE TABLE payments (
                position INTEGER PRIMARY KEY,
                terminal TEXT NOT NULL,
                region TEXT NOT NULL,
                day INTEGER NOT NULL,
                paid_at INTEGER NOT NULL,
                amount INTEGER NOT NULL,
                method TEXT NOT NULL,
                order_id TEXT,
                vehicle TEXT)
            """);
        connection.Execute("CREATE INDEX payments_vehicle ON payments (vehicle, paid_at)");
        connection.Execute("CREATE INDEX payments_terminal ON payments (terminal, paid_at)");
    }

    public static void Deliver(IProjectionConnection connection, long position, string terminal, TerminalFile file, DeliveryReceived delivered)
    {
        var onTime = delivered.WindowEnd is not { } end || delivered.ArrivedAt <= end;
        var cases = delivered.Lines.Sum(line => line.Delivered.Count);
        connection.Execute(
            InsertDelivery, position, terminal, file.Region.Value, delivered.Distributor.Value, delivered.Vehicle.Value, delivered.Plan?.Value,
            delivered.Day.DayNumber, delivered.WindowStart?.ToUnixTimeMilliseconds(), delivered.WindowEnd?.ToUnixTimeMilliseconds(),
            delivered.ArrivedAt.ToUnixTimeMilliseconds(), delivered.At.ToUnixTimeMilliseconds(), onTime, delivered.Orders.Count, cases,
            delivered.Lines.Sum(line => line.Ordered.Count), delivered.Value.MinorUnits, Enum.GetName(delivered.Refusal)!, delivered.Photo,
            delivered.Signature);
        foreach (var line in delivered.Lines)
            connection.Execute(InsertLine, position, line.Product.Value, line.Ordered.Count, line.Delivered.Count);
        for (var line = 0; line < delivered.Orders.Count; line++)
            connection.Execute(InsertOrder, position, line, delivered.Orders[line].Value);
        RegionDays.Delivery(connection, file.Region, delivered.Day, cases, delivered.Value.MinorUnits, onTime);
    }

    public static void Pay(IProjectionConnection connection, long position, string terminal, TerminalFile file, PaymentReceived paid)
    {
        connection.Execute(
            InsertPayment, position, terminal, file.Region.Value, paid.Day.DayNumber, paid.At.ToUnixTimeMilliseconds(), paid.Amount.MinorUnits,
            Enum.GetName(paid.Method)!, paid.Order?.Value, paid.Vehicle?.Value);
        RegionDays.Payment(connection, file.Region, paid.Day, paid.Amount.MinorUnits);
    }
}
