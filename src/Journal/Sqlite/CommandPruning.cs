using Territory.Journal.Sql;

namespace Territory.Journal.Sqlite;

/// <summary>
/// Removes answers past their retention, a bounded number per transaction. Events are in order of time, so it goes along the journal from where it
/// stopped, and needs no index by time.
/// </summary>
internal sealed class CommandPruning(SqliteDatabase database)
{
    private const int EventsPerStep = 1_000;

    /// <summary>One step in a transaction of its own. Returns whether there is more to do.</summary>
    public bool Step(PendingPrune prune)
    {
        var cutoff = prune.OlderThan.ToUnixTimeMilliseconds();
        database.Script("BEGIN IMMEDIATE");
        try
        {
            var from = database.Integer("SELECT position FROM journal_mark WHERE name = 'pruned'") ?? 0;
            var old = database.List(
                "SELECT position, command, recorded_at FROM journal_event WHERE position > ?1 ORDER BY position LIMIT ?2",
                row => (Position: row.GetInt64(0), Command: row.GetBytes(1), RecordedAt: row.GetInt64(2)), from, EventsPerStep)
                .TakeWhile(row => row.RecordedAt < cutoff)
                .ToList();
            foreach (var row in old)
                prune.Removed += database.Execute("DELETE FROM journal_command WHERE command = ?1", row.Command);
            if (old.Count > 0)
                database.Execute("UPDATE journal_mark SET position = ?1 WHERE name = 'pruned'", old[^1].Position);

            var eventless = database.List(
                "SELECT seq, command FROM journal_eventless WHERE recorded_at < ?1 ORDER BY seq LIMIT ?2",
                row => (Number: row.GetInt64(0), Command: row.GetBytes(1)), cutoff, EventsPerStep);
            foreach (var row in eventless)
            {
                prune.Removed += database.Execute("DELETE FROM journal_command WHERE command = ?1", row.Command);
                database.Execute("DELETE FROM journal_eventless WHERE seq = ?1", row.Number);
            }

            database.Script("COMMIT");
            return old.Count == EventsPerStep || eventless.Count == EventsPerStep;
        }
        catch
        {
            if (SQLitePCL.raw.sqlite3_get_autocommit(database.Handle) == 0)
                database.Script("ROLLBACK");
            throw;
        }
    }
}
