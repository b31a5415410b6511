using Territory.Contracts;
using Territory.Journal;
using Territory.Journal.Sql;
using Territory.ReadModel.Actors;

namespace Territory.ReadModel.Market;

/// <summary>The clock of each simulated market as last recorded.</summary>
internal sealed class MarketTables : IActorTables
{
    private const string Upsert = """
        INSERT INTO markets (region, seed, starts_on, now_at, offset_minutes, speed, running) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        ON CONFLICT (region) DO UPDATE SET now_at = excluded.now_at, offset_minutes = excluded.offset_minutes, speed = excluded.speed,
            running = excluded.running
        """;

    public IReadOnlyList<string> Names { get; } = ["markets"];

    public void Create(IProjectionConnection connection) => connection.Execute("""
        CREATE TABLE markets (
            region TEXT NOT NULL PRIMARY KEY,
            seed INTEGER NOT NULL,
            starts_on INTEGER NOT NULL,
            now_at INTEGER NOT NULL,
            offset_minutes INTEGER NOT NULL,
            speed REAL NOT NULL,
            running INTEGER NOT NULL)
        """);

    public void Apply(JournalEntry entry, string id, IEvent @event, IProjectionConnection connection)
    {
        var (_, after) = ActorStateTable.Apply<MarketState>(entry, id, @event, connection);
        connection.Execute(
            Upsert, id, unchecked((long)after!.Seed), after.StartsOn.DayNumber, after.Now.ToUnixTimeMilliseconds(),
            (int)after.Now.Offset.TotalMinutes, after.Speed, after.Running);
    }
}
