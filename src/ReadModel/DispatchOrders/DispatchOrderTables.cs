using Territory.Contracts;
using Territory.Journal;
using Territory.Journal.Sql;
using Territory.ReadModel.Actors;

namespace Territory.ReadModel.DispatchOrders;

/// <summary>The list of dispatch orders, one row a vehicle and day.</summary>
internal sealed class DispatchOrderTables : IActorTables
{
    private const string Upsert = """
        INSERT INTO dispatch_orders (vehicle, day, region, distributor, number, version, status, answered, objected, signatures)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
        ON CONFLICT (vehicle, day) DO UPDATE SET version = excluded.version, distributor = excluded.distributor, status = excluded.status,
            answered = excluded.answered, objected = excluded.objected, signatures = excluded.signatures
        """;

    public IReadOnlyList<string> Names { get; } = ["dispatch_orders"];

    public void Create(IProjectionConnection connection)
    {
        connection.Execute("""
            CREATE TABLE dispatch_orders (
                vehicle TEXT NOT NULL,
                day INTEGER NOT NULL,
                region TEXT NOT NULL,
                distributor TEXT NOT NULL,
                number TEXT NOT NULL,
                version INTEGER NOT NULL,
                status TEXT NOT NULL,
                answered INTEGER NOT NULL,
                objected INTEGER NOT NULL,
                signatures INTEGER NOT NULL,
                PRIMARY KEY (vehicle, day)) WITHOUT ROWID
            """);
        connection.Execute("CREATE INDEX dispatch_orders_day ON dispatch_orders (region, day)");
    }

    public void Apply(JournalEntry entry, string id, IEvent @event, IProjectionConnection connection)
    {
        var (_, after) = ActorStateTable.Apply<DispatchOrderState>(entry, id, @event, connection);
        var order = after!.Order;
        connection.Execute(
            Upsert, order.Vehicle.Value, order.Date.DayNumber, order.Region.Value, order.Distributor.Value, order.Number, order.Version, Enum.GetName(order.Status)!,
            order.Answer is not null, order.Answer?.Objection is not null, order.Signatures.Count);
    }
}
