using Territory.Contracts;
using Territory.Contracts.Terminals;
using Territory.Journal;
using Territory.Journal.Sql;
using Territory.Model.Regions;
using Territory.Model.Terminals;
using Territory.ReadModel.Actors;

namespace Territory.ReadModel.Terminals;

/// <summary>The tables of outlets: the list itself, visits, orders, deliveries and payments.</summary>
internal sealed class TerminalTables : IActorTables
{
    private const string UpdateStock = """
        UPDATE terminals SET cover_days = ?2, in_stock = ?3, out_of_stock = ?4, settled_until_at = ?5, settled_on = ?6, next_interval = ?7 WHERE id = ?1
        """;

    private const string UpdateBalance = "UPDATE terminals SET balance = ?2 WHERE id = ?1";

    private const string UpdateVisit = "UPDATE terminals SET last_visit_on = ?2, next_due_on = ?3 WHERE id = ?1";

    private const string SelectPolicy = "SELECT visits_per_cycle FROM class_policies WHERE region = ?1 AND class = ?2";

    public IReadOnlyList<string> Names { get; } = ["terminals", "visits", "orders", "order_lines", "deliveries", "delivery_orders", "payments"];

    public void Create(IProjectionConnection connection)
    {
        connection.Execute("""
            CREATE TABLE terminals (
                ordinal INTEGER PRIMARY KEY,
                id TEXT NOT NULL UNIQUE,
                region TEXT NOT NULL,
                name TEXT NOT NULL,
                kind TEXT NOT NULL,
                class TEXT NOT NULL,
                status TEXT NOT NULL,
                registered_on INTEGER NOT NULL,
                lon REAL NOT NULL,
                lat REAL NOT NULL,
                address TEXT,
                rep TEXT,
                distributor TEXT,
                batch TEXT,
                category_volume INTEGER NOT NULL,
                listed INTEGER NOT NULL,
                in_stock INTEGER NOT NULL,
                out_of_stock INTEGER NOT NULL,
                cover_days REAL,
                balance INTEGER NOT NULL,
                last_visit_on INTEGER,
                next_due_on INTEGER,
                settled_until_at INTEGER,
                settled_on INTEGER,
                next_interval INTEGER NOT NULL)
            """);
        connection.Execute("CREATE INDEX terminals_region ON terminals (region)");
        connection.Execute("CREATE INDEX terminals_rep ON terminals (rep)");
        connection.Execute("CREATE INDEX terminals_distributor ON terminals (distributor)");
        connection.Execute("CREATE INDEX terminals_batch ON terminals (batch) WHERE batch IS NOT NULL");
        VisitTable.Create(connection);
        OrderTables.Create(connection);
        DeliveryTables.Create(connection);
    }

    public void Apply(JournalEntry entry, string id, IEvent @event, IProjectionConnection connection)
    {
        var (_, after) = ActorStateTable.Apply<TerminalState>(entry, id, @event, connection);
        if (after is null)
        {
            connection.Execute("DELETE FROM terminals WHERE id = ?1", id);
            return;
        }

        var file = after.File;
        switch (@event)
        {
            case TerminalRegistered e:
                Insert(connection, after, e.Batch);
                break;
            case TerminalFileChanged:
                Change(connection, after);
                break;
            case SalesSettled e:
                Restock(connection, id, after);
                RegionDays.Sales(connection, file.Region, e.Day, e.Lines.Sum(line => line.Sold.Count), e.Lines.Sum(line => line.Lost.Count));
                break;
            case StockCounted or OpeningStockSet:
                Restock(connection, id, after);
                break;
            case VisitStarted e:
                VisitTable.Start(connection, entry.Position, id, file, e);
                break;
            case VisitCompleted e:
                VisitTable.Complete(connection, id, e);
                connection.Execute(UpdateVisit, id, e.Day.DayNumber, NextDue(connection, after));
                RegionDays.Visit(connection, file.Region, e.Day, e.Productive);
                break;
            case OrderPlaced e:
                OrderTables.Place(connection, file, e);
                RegionDays.Order(connection, file.Region, e.Day, e.Lines.Sum(line => line.Cases.Count), e.Value.MinorUnits);
                break;
            case OrderCancelled e:
                OrderTables.Cancel(connection, e.Order, e.At);
                break;
            case OrderSplit e:
                OrderTables.Split(connection, e);
                break;
            case DeliveryReceived e:
                Restock(connection, id, after);
                connection.Execute(UpdateBalance, id, after.Balance.MinorUnits);
                OrderTables.Deliver(connection, e);
                DeliveryTables.Deliver(connection, entry.Position, id, file, e);
                break;
            case PaymentReceived e:
                connection.Execute(UpdateBalance, id, after.Balance.MinorUnits);
                DeliveryTables.Pay(connection, entry.Position, id, file, e);
                break;
            default:
                // Steps of a visit change the state only.
                break;
        }
    }

    private static void Insert(IProjectionConnection connection, TerminalState state, string? batch)
    {
        var file = state.File;
        connection.Execute(
            """
            INSERT INTO terminals (id, region, name, kind, class, status, registered_on, lon, lat, address, rep, distributor, batch, category_volume, listed,
                in_stock, out_of_stock, cover_days, balance, last_visit_on, next_due_on, settled_until_at, settled_on, next_interval)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, 0, ?15, NULL, 0, NULL, NULL, NULL, NULL, 0)
            """,
            file.Id.Value, file.Region.Value, file.Name, Text(file.Kind), Text(file.Class), Text(file.Status),
            state.RegisteredOn.DayNumber, file.Location.Longitude, file.Location.Latitude, file.Address, file.Rep?.Value, file.Distributor?.Value, batch, file.CategoryVolumePerMonth.Count, state.Shelf.Listed);
    }

    private static void Change(IProjectionConnection connection, TerminalState state)
    {
        var file = state.File;
        connection.Execute(
            """
            UPDATE terminals SET name = ?2, kind = ?3, class = ?4, status = ?5, lon = ?6, lat = ?7, address = ?8, rep = ?9, distributor = ?10,
                category_volume = ?11, listed = ?12, next_due_on = ?13, region = ?14 WHERE id = ?1
            """,
            file.Id.Value, file.Name, Text(file.Kind), Text(file.Class), Text(file.Status), file.Location.Longitude, file.Location.Latitude, file.Address,
            file.Rep?.Value, file.Distributor?.Value, file.CategoryVolumePerMonth.Count, state.Shelf.Listed, NextDue(connection, state), file.Region.Value);
        Restock(connection, file.Id.Value, state);
    }

    private static void Restock(IProjectionConnection connection, string id, TerminalState state)
    {
        var outOfStock = state.Shelf.OutOfStock();
        connection.Execute(
            UpdateStock, id, state.Shelf.LowestCoverDays(), state.Shelf.Listed - outOfStock, outOfStock,
            state.SettledUntil?.ToUnixTimeMilliseconds(), state.SettledDay?.DayNumber, state.NextInterval);
    }

    /// <summary>The last day that keeps the outlet's frequency after its last visit; null before the first visit.</summary>
    private static int? NextDue(IProjectionConnection connection, TerminalState state)
    {
        if (state.LastVisitOn is not { } last)
            return null;
        if (state.File.VisitsPerCycle is not { } visits)
        {
            using var rows = connection.Query(SelectPolicy, state.File.Region.Value, Text(state.File.Class));
            if (!rows.Read())
                return null;
            visits = rows.GetInt32(0);
        }

        return last.DayNumber + (ClassPolicy.CycleDays / Math.Max(1, visits));
    }

    private static string Text(TerminalKind kind) => Enum.GetName(kind)!;

    private static string Text(TerminalClass @class) => Enum.GetName(@class)!;

    private static string Text(TerminalStatus status) => Enum.GetName(status)!;
}
