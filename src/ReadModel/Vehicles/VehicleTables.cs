using Territory.Contracts;
using Territory.Contracts.Serialization;
using Territory.Contracts.Vehicles;
using Territory.Journal;
using Territory.Journal.Sql;
using Territory.Model.Vehicles;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Serialization;

namespace Territory.ReadModel.Vehicles;

/// <summary>The tables of vehicles: the list, their trips and what was loaded on each.</summary>
internal sealed class VehicleTables : IActorTables
{
    private const string Upsert = """
        INSERT INTO vehicles (id, region, distributor, plate, in_service, driver, file) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        ON CONFLICT (id) DO UPDATE SET region = excluded.region, distributor = excluded.distributor, plate = excluded.plate,
            in_service = excluded.in_service, driver = excluded.driver, file = excluded.file
        """;

    private const string Depart = """
        INSERT INTO trips (vehicle, day, departed_at, region, plan, trip) VALUES (?1, ?2, ?3, (SELECT region FROM vehicles WHERE id = ?1), ?4, ?5)
        """;

    private const string Return = "UPDATE trips SET returned_at = ?4, driven_meters = ?5 WHERE vehicle = ?1 AND day = ?2 AND trip = ?3 AND returned_at IS NULL";

    public IReadOnlyList<string> Names { get; } = ["vehicles", "trips", "trip_orders"];

    public void Create(IProjectionConnection connection)
    {
        connection.Execute("""
            CREATE TABLE vehicles (
                id TEXT NOT NULL PRIMARY KEY,
                region TEXT NOT NULL,
                distributor TEXT NOT NULL,
                plate TEXT NOT NULL,
                in_service INTEGER NOT NULL,
                driver TEXT,
                file TEXT NOT NULL)
            """);
        connection.Execute("CREATE INDEX vehicles_region ON vehicles (region)");
        connection.Execute("""
            CREATE TABLE trips (
                vehicle TEXT NOT NULL,
                day INTEGER NOT NULL,
                trip INTEGER NOT NULL,
                region TEXT NOT NULL,
                plan TEXT NOT NULL,
                departed_at INTEGER NOT NULL,
                returned_at INTEGER,
                driven_meters INTEGER,
                PRIMARY KEY (vehicle, day, trip)) WITHOUT ROWID
            """);
        connection.Execute("CREATE INDEX trips_day ON trips (region, day)");
        connection.Execute("""
            CREATE TABLE trip_orders (
                vehicle TEXT NOT NULL,
                day INTEGER NOT NULL,
                trip INTEGER NOT NULL,
                line INTEGER NOT NULL,
                order_id TEXT NOT NULL,
                PRIMARY KEY (vehicle, day, trip, line)) WITHOUT ROWID
            """);
    }

    public void Apply(JournalEntry entry, string id, IEvent @event, IProjectionConnection connection)
    {
        ActorStateTable.Apply<VehicleState>(entry, id, @event, connection);
        switch (@event)
        {
            case VehicleRegistered e:
                Put(e.File);
                break;
            case VehicleFileChanged e:
                Put(e.File);
                break;
            case TripDeparted e:
                connection.Execute(Depart, id, e.Day.DayNumber, e.At.ToUnixTimeMilliseconds(), e.Plan.Value, e.Trip);
                for (var i = 0; i < e.Orders.Count; i++)
                {
                    connection.Execute(
                        "INSERT INTO trip_orders (vehicle, day, trip, line, order_id) VALUES (?1, ?2, ?3, ?4, ?5)",
                        id, e.Day.DayNumber, e.Trip, i, e.Orders[i].Value);
                }

                break;
            case TripReturned e:
                connection.Execute(Return, id, e.Day.DayNumber, e.Trip, e.At.ToUnixTimeMilliseconds(), e.Driven.Meters);
                break;
            default:
                throw UnexpectedEvent.Unknown(ActorKind.Vehicle, @event);
        }

        void Put(VehicleFile file) => connection.Execute(
            Upsert, id, file.Region.Value, file.Distributor.Value, file.Plate, file.InService, file.Driver?.Value,
            CompactJson.Text(file, StateJsonContext.Default.VehicleFile));
    }
}
