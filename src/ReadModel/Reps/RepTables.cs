using Territory.Contracts;
using Territory.Contracts.Reps;
using Territory.Contracts.Serialization;
using Territory.Journal;
using Territory.Journal.Sql;
using Territory.Model.Reps;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Serialization;

namespace Territory.ReadModel.Reps;

/// <summary>The tables of reps: the list, and their working days.</summary>
internal sealed class RepTables : IActorTables
{
    private const string Upsert = """
        INSERT INTO reps (id, region, distributor, name, lon, lat, file) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        ON CONFLICT (id) DO UPDATE SET region = excluded.region, distributor = excluded.distributor, name = excluded.name, lon = excluded.lon,
            lat = excluded.lat, file = excluded.file
        """;

    private const string Start = """
        INSERT INTO rep_days (rep, day, plan, started_at) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (rep, day) DO UPDATE SET plan = excluded.plan
        """;

    public IReadOnlyList<string> Names { get; } = ["reps", "rep_days"];

    public void Create(IProjectionConnection connection)
    {
        connection.Execute("""
            CREATE TABLE reps (
                id TEXT NOT NULL PRIMARY KEY,
                region TEXT NOT NULL,
                distributor TEXT NOT NULL,
                name TEXT NOT NULL,
                lon REAL NOT NULL,
                lat REAL NOT NULL,
                file TEXT NOT NULL)
            """);
        connection.Execute("CREATE INDEX reps_region ON reps (region)");
        connection.Execute("""
            CREATE TABLE rep_days (
                rep TEXT NOT NULL,
                day INTEGER NOT NULL,
                plan TEXT,
                started_at INTEGER NOT NULL,
                ended_at INTEGER,
                travelled_meters INTEGER,
                PRIMARY KEY (rep, day)) WITHOUT ROWID
            """);
    }

    public void Apply(JournalEntry entry, string id, IEvent @event, IProjectionConnection connection)
    {
        ActorStateTable.Apply<RepState>(entry, id, @event, connection);
        switch (@event)
        {
            case RepRegistered e:
                Put(e.File);
                break;
            case RepFileChanged e:
                Put(e.File);
                break;
            case DayStarted e:
                connection.Execute(Start, id, e.Day.DayNumber, e.Plan?.Value, e.At.ToUnixTimeMilliseconds());
                break;
            case DayEnded e:
                connection.Execute(
                    "UPDATE rep_days SET ended_at = ?3, travelled_meters = ?4 WHERE rep = ?1 AND day = ?2",
                    id, e.Day.DayNumber, e.At.ToUnixTimeMilliseconds(), e.Travelled.Meters);
                break;
            default:
                throw UnexpectedEvent.Unknown(ActorKind.Rep, @event);
        }

        void Put(RepFile file) => connection.Execute(
            Upsert, id, file.Region.Value, file.Distributor.Value, file.Name, file.Start.Longitude, file.Start.Latitude,
            CompactJson.Text(file, StateJsonContext.Default.RepFile));
    }
}
