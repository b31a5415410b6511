using Territory.Contracts.Terminals;
using Territory.Journal.Sql;
using Territory.Model.Terminals;

namespace Territory.ReadModel.Terminals;

/// <summary>Visits, each from its check-in; one without an end is still going on, and is no valid visit yet.</summary>
internal static class VisitTable
{
    private const string Insert = """
        INSERT INTO visits (position, terminal, region, rep, plan, day, started_at, planned) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        """;

    private const string End = """
        UPDATE visits SET ended_at = ?3, productive = ?4, outcome = ?5, steps = ?6 WHERE terminal = ?1 AND started_at = ?2 AND ended_at IS NULL
        """;

    public static void Create(IProjectionConnection connection)
    {
        connection.Execute("""
            CREATE TABLE visits (
                position INTEGER PRIMARY KEY,
                terminal TEXT NOT NULL,
                region TEXT NOT NULL,
                rep TEXT NOT NULL,
                plan TEXT,
                day INTEGER NOT NULL,
                started_at INTEGER NOT NULL,
                ended_at INTEGER,
                productive INTEGER NOT NULL DEFAULT 0,
                planned INTEGER NOT NULL,
                outcome TEXT,
                steps INTEGER NOT NULL DEFAULT 0)
            """);
        connection.Execute("CREATE INDEX visits_terminal ON visits (terminal, started_at)");
        connection.Execute("CREATE INDEX visits_day ON visits (region, day)");
        connection.Execute("CREATE INDEX visits_rep ON visits (rep, day)");
    }

    public static void Start(IProjectionConnection connection, long position, string terminal, TerminalFile file, VisitStarted started)
    {
        bool planned;
        using (var rows = connection.Query("SELECT 1 FROM planned_visits WHERE rep = ?1 AND day = ?2 AND terminal = ?3", started.Rep.Value, started.Day.DayNumber, terminal))
            planned = rows.Read();
        connection.Execute(
            Insert, position, terminal, file.Region.Value, started.Rep.Value, started.Plan?.Value, started.Day.DayNumber,
            started.At.ToUnixTimeMilliseconds(), planned);
    }

    public static void Complete(IProjectionConnection connection, string terminal, VisitCompleted completed) => connection.Execute(
        End, terminal, completed.StartedAt.ToUnixTimeMilliseconds(), completed.At.ToUnixTimeMilliseconds(), completed.Productive, completed.Outcome,
        completed.Steps.Count);
}
