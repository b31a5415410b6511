using Territory.Journal.Sql;
using Territory.Model.Ids;

namespace Territory.ReadModel;

/// <summary>Sums of a region's day, for charts and headers: one row a day, added to as things happen.</summary>
internal static class RegionDays
{
    public const string Table = "region_days";

    private const string Insert = "INSERT INTO region_days (region, day) VALUES (?1, ?2) ON CONFLICT DO NOTHING";

    private const string AddSales = "UPDATE region_days SET units_sold = units_sold + ?3, units_lost = units_lost + ?4 WHERE region = ?1 AND day = ?2";

    private const string AddOrder = "UPDATE region_days SET orders = orders + 1, order_cases = order_cases + ?3, order_value = order_value + ?4 WHERE region = ?1 AND day = ?2";

    private const string AddVisit = "UPDATE region_days SET visits = visits + 1, productive_visits = productive_visits + ?3 WHERE region = ?1 AND day = ?2";

    private const string AddDelivery = """
        UPDATE region_days SET deliveries = deliveries + 1, delivered_cases = delivered_cases + ?3, delivered_value = delivered_value + ?4,
            deliveries_on_time = deliveries_on_time + ?5 WHERE region = ?1 AND day = ?2
        """;

    private const string AddPayment = "UPDATE region_days SET paid = paid + ?3 WHERE region = ?1 AND day = ?2";

    public static void CreateTable(IProjectionConnection connection) => connection.Execute("""
        CREATE TABLE region_days (
            region TEXT NOT NULL,
            day INTEGER NOT NULL,
            units_sold INTEGER NOT NULL DEFAULT 0,
            units_lost INTEGER NOT NULL DEFAULT 0,
            orders INTEGER NOT NULL DEFAULT 0,
            order_cases INTEGER NOT NULL DEFAULT 0,
            order_value INTEGER NOT NULL DEFAULT 0,
            visits INTEGER NOT NULL DEFAULT 0,
            productive_visits INTEGER NOT NULL DEFAULT 0,
            deliveries INTEGER NOT NULL DEFAULT 0,
            delivered_cases INTEGER NOT NULL DEFAULT 0,
            delivered_value INTEGER NOT NULL DEFAULT 0,
            deliveries_on_time INTEGER NOT NULL DEFAULT 0,
            paid INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (region, day)) WITHOUT ROWID
        """);

    public static void Sales(IProjectionConnection connection, RegionId region, DateOnly day, int sold, int lost) =>
        Add(connection, AddSales, region, day, sold, lost);

    public static void Order(IProjectionConnection connection, RegionId region, DateOnly day, int cases, long value) =>
        Add(connection, AddOrder, region, day, cases, value);

    public static void Visit(IProjectionConnection connection, RegionId region, DateOnly day, bool productive) =>
        Add(connection, AddVisit, region, day, productive);

    public static void Delivery(IProjectionConnection connection, RegionId region, DateOnly day, int cases, long value, bool onTime) =>
        Add(connection, AddDelivery, region, day, cases, value, onTime);

    public static void Payment(IProjectionConnection connection, RegionId region, DateOnly day, long amount) =>
        Add(connection, AddPayment, region, day, amount);

    private static void Add(IProjectionConnection connection, string add, RegionId region, DateOnly day, params ReadOnlySpan<SqlValue> figures)
    {
        SqlValue[] values = [region.Value, day.DayNumber, .. figures];
        if (connection.Execute(add, values) > 0)
            return;
        connection.Execute(Insert, region.Value, day.DayNumber);
        connection.Execute(add, values);
    }
}
