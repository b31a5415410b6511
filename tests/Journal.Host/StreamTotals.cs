using Territory.Journal.Sql;

namespace Territory.Journal.Host;

/// <summary>Per stream how many events and the sum of their positions: a projection that shows any event lost or counted twice.</summary>
public sealed class StreamTotals : IProjection
{
    public string Name => "totals";

    public int Version => 1;

    public IReadOnlyList<string> Tables => ["totals"];

    public void CreateTables(IProjectionConnection connection) =>
        connection.Execute("CREATE TABLE totals (stream TEXT PRIMARY KEY, events INTEGER NOT NULL, positions INTEGER NOT NULL)");

    public void Apply(JournalEntry entry, IProjectionConnection connection) =>
        connection.Execute(
            "INSERT INTO totals VALUES (?1, 1, ?2) ON CONFLICT DO UPDATE SET events = events + 1, positions = positions + excluded.positions",
            entry.Stream.Value, entry.Position);
}
