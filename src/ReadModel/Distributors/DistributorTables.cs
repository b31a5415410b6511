using Territory.Contracts;
using Territory.Contracts.Distributors;
using Territory.Contracts.Serialization;
using Territory.Journal;
using Territory.Journal.Sql;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Serialization;

namespace Territory.ReadModel.Distributors;

/// <summary>The tables of distributors: the list, depot stock, and goods in and out.</summary>
internal sealed class DistributorTables : IActorTables
{
    private const string Upsert = """
        INSERT INTO distributors (id, region, name, lon, lat, file) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (id) DO UPDATE SET region = excluded.region, name = excluded.name, lon = excluded.lon, lat = excluded.lat, file = excluded.file
        """;

    private const string SetStock = """
        INSERT INTO depot_stock (distributor, product, cases) VALUES (?1, ?2, ?3) ON CONFLICT (distributor, product) DO UPDATE SET cases = excluded.cases
        """;

    private const string InsertMovement = """
        INSERT INTO goods_movements (position, distributor, day, moved_at, kind, vehicle, plan, trip, reference, cases)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
        """;

    public IReadOnlyList<string> Names { get; } = ["distributors", "depot_stock", "goods_movements"];

    public void Create(IProjectionConnection connection)
    {
        connection.Execute("""
            CREATE TABLE distributors (
                id TEXT NOT NULL PRIMARY KEY,
                region TEXT NOT NULL,
                name TEXT NOT NULL,
                lon REAL NOT NULL,
                lat REAL NOT NULL,
                file TEXT NOT NULL)
            """);
        connection.Execute("CREATE INDEX distributors_region ON distributors (region)");
        connection.Execute("""
            CREATE TABLE depot_stock (
                distributor TEXT NOT NULL,
                product TEXT NOT NULL,
                cases INTEGER NOT NULL,
                PRIMARY KEY (distributor, product)) WITHOUT ROWID
            """);
        connection.Execute("""
            CREATE TABLE goods_movements (
                position INTEGER PRIMARY KEY,
                distributor TEXT NOT NULL,
                day INTEGER NOT NULL,
                moved_at INTEGER NOT NULL,
                kind TEXT NOT NULL,
                vehicle TEXT,
                plan TEXT,
                trip INTEGER,
                reference TEXT,
                cases INTEGER NOT NULL)
            """);
        connection.Execute("CREATE INDEX goods_movements_day ON goods_movements (distributor, day)");
    }

    public void Apply(JournalEntry entry, string id, IEvent @event, IProjectionConnection connection)
    {
        var (_, after) = ActorStateTable.Apply<DistributorState>(entry, id, @event, connection);
        switch (@event)
        {
            case DistributorRegistered e:
                connection.Execute(
                    Upsert, id, e.File.Region.Value, e.File.Name, e.File.Depot.Longitude, e.File.Depot.Latitude,
                    CompactJson.Text(e.File, StateJsonContext.Default.DistributorFile));
                break;
            case GoodsReceived e:
                Move("received", e.Lines, e.Day, e.At, null, null, null, e.Reference);
                break;
            case GoodsShipped e:
                Move("shipped", e.Lines, e.Day, e.At, e.Vehicle, e.Plan, e.Trip, null);
                break;
            case GoodsReturned e:
                Move("returned", e.Lines, e.Day, e.At, e.Vehicle, e.Plan, e.Trip, null);
                break;
            default:
                throw UnexpectedEvent.Unknown(ActorKind.Distributor, @event);
        }

        void Move(string kind, IReadOnlyList<OrderLine> lines, DateOnly day, DateTimeOffset at, VehicleId? vehicle, PlanId? plan, int? trip, string? reference)
        {
            foreach (var product in lines.Select(line => line.Product).Distinct())
                connection.Execute(SetStock, id, product.Value, after!.CasesOf(product).Count);
            connection.Execute(
                InsertMovement, entry.Position, id, day.DayNumber, at.ToUnixTimeMilliseconds(), kind, vehicle?.Value, plan?.Value, trip, reference,
                lines.Sum(line => line.Cases.Count));
        }
    }
}
