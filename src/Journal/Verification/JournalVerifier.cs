using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Territory.Journal.Sql;
using Territory.Journal.Sqlite;

namespace Territory.Journal.Verification;

/// <summary>Proves a journal's integrity: its storage, positions, versions and checksum chain, and that the projections equal their recomputation.</summary>
/// <remarks>It reads one snapshot, so that it can run beside a working journal, and writes nothing to it.</remarks>
public sealed class JournalVerifier
{
    private readonly SqliteDatabase _database;
    private readonly ProjectionSet _projections;
    private readonly DefectList _defects;
    private readonly CancellationToken _cancellationToken;
    private readonly EventChain _chain = new();
    private readonly Dictionary<string, StreamState> _streams = new(StringComparer.Ordinal);
    private bool _projecting;
    private long _events;
    private long _position;
    private long _headsMark;
    private long _tableRows;
    private int _tables;

    private JournalVerifier(SqliteDatabase database, ProjectionSet projections, int defectsPerKind, CancellationToken cancellationToken)
    {
        _database = database;
        _projections = projections;
        _defects = new DefectList(defectsPerKind);
        _cancellationToken = cancellationToken;
    }

    /// <summary>Verifies the journal in a file, open elsewhere or not.</summary>
    /// <param name="defectsPerKind">How many defects of each kind are listed; all are counted.</param>
    /// <exception cref="JournalUnusableException">There is no journal that could be verified.</exception>
    public static Task<JournalVerification> VerifyAsync(
        string path, IReadOnlyList<IProjection> projections, int defectsPerKind = 20, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(projections);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(defectsPerKind);
        var set = new ProjectionSet(projections);
        return Task.Run(() => Verify(Path.GetFullPath(path), set, defectsPerKind, cancellationToken), cancellationToken);
    }

    private static JournalVerification Verify(string path, ProjectionSet projections, int defectsPerKind, CancellationToken cancellationToken)
    {
        using var database = JournalFile.OpenForReading(path);
        using var scratch = SqliteDatabase.OpenScratch();
        return new JournalVerifier(database, projections, defectsPerKind, cancellationToken).Run(scratch);
    }

    private JournalVerification Run(SqliteDatabase scratch)
    {
        Stage("the database", () => _database.Script("BEGIN"));
        Stage("the database", CheckStorage);
        _projecting = !_projections.IsEmpty;
        scratch.Script("BEGIN");
        _projections.CreateTables(scratch);
        Stage("the events", () => CheckEvents(scratch));
        Stage("the heads of streams", CheckHeads);
        Stage("the commands", CheckCommands);
        if (_projecting)
        {
            foreach (var projection in _projections.All)
                Stage($"projection {projection.Name}", () => CheckProjection(projection, scratch));
        }

        return new JournalVerification(
            _position, _events, _streams.Count, _chain.Link.ToString("x16", CultureInfo.InvariantCulture), _tables, _tableRows, _defects.Count, _defects.Kept);
    }

    // Damage that stops one examination does not stop the next.
    private void Stage(string what, Action examine)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        try
        {
            examine();
        }
        catch (SqliteException exception)
        {
            _defects.Add(JournalDefectKind.Storage, what, exception.Message);
        }
    }

    private void CheckStorage()
    {
        foreach (var finding in _database.List("PRAGMA integrity_check(100)", row => row.GetString(0)))
        {
            if (finding != "ok")
                _defects.Add(JournalDefectKind.Storage, "the database", finding);
        }
    }

    private void CheckEvents(SqliteDatabase scratch)
    {
        var reader = new EntryReader(_database, new EntryNames(capacity: 1_000_000));
        _headsMark = _database.Integer("SELECT position FROM journal_mark WHERE name = 'heads'") ?? 0;
        using var rows = reader.Scan(afterPosition: 0);
        while (rows.Read())
        {
            if ((++_events & 0xFFF) == 0)
                _cancellationToken.ThrowIfCancellationRequested();
            var position = rows.GetInt64(0);
            if (position != _position + 1)
                _defects.Add(JournalDefectKind.Position, Event(position), $"follows position {_position}; the events between are missing");
            _position = position;
            try
            {
                var entry = reader.Entry(rows);
                CheckStream(entry, EntryReader.Previous(rows));
                CheckEvent(entry, EntryReader.Link(rows), scratch);
            }
            catch (Exception exception) when (exception is ArgumentException or InvalidDataException)
            {
                _defects.Add(JournalDefectKind.Unreadable, Event(position), exception.Message);
            }

            // From the stored link on, so that one changed event is one defect.
            _chain.Restore(EntryReader.Link(rows));
        }
    }

    private void CheckStream(JournalEntry entry, long previous)
    {
        ref var stream = ref CollectionsMarshal.GetValueRefOrAddDefault(_streams, entry.Stream.Value, out _);
        if (entry.Version != stream.Version + 1)
            _defects.Add(JournalDefectKind.Version, Event(entry.Position), $"is version {entry.Version} of {entry.Stream}; the one before is {stream.Version}");
        else if (previous != stream.Position)
            _defects.Add(JournalDefectKind.Version, Event(entry.Position), $"points back at {previous}; the event before it in {entry.Stream} is {stream.Position}");
        stream.Version = entry.Version;
        stream.Position = entry.Position;
        if (entry.Position <= _headsMark)
            stream.Head = (entry.Version, entry.Position);
    }

    private void CheckEvent(JournalEntry entry, ulong link, SqliteDatabase scratch)
    {
        _chain.Append(entry);
        if (_chain.Link != link)
            _defects.Add(JournalDefectKind.Checksum, Event(entry.Position), $"{entry.Alias} of {entry.Stream} version {entry.Version} does not match its checksum");

        if (!_projecting)
            return;
        try
        {
            _projections.Apply(entry, scratch);
        }
        catch (ProjectionFailedException exception)
        {
            _defects.Add(JournalDefectKind.Projection, Event(entry.Position), exception.Message + " The projections are not compared.");
            _projecting = false;
        }
    }

    private void CheckHeads()
    {
        foreach (var (stream, state) in _streams)
        {
            var number = _database.Integer("SELECT id FROM journal_name WHERE name = ?1", stream) ?? 0;
            var head = HeadBlock.Find(_database, number);
            if (head != state.Head)
                _defects.Add(JournalDefectKind.Version, $"stream {stream}", $"its recorded end is version {head.Version} at {head.Position}; its events end with version {state.Head.Version} at {state.Head.Position}");
        }
    }

    private void CheckCommands()
    {
        using (var rows = _database.Rows("SELECT command, position, checksum, answer FROM journal_command"))
        {
            while (rows.Read())
            {
                if (AnswerChecksum.Of(rows.GetSpan(0), rows.GetInt64(1), rows.GetSpan(3)) != rows.GetInt64(2))
                    _defects.Add(JournalDefectKind.Checksum, $"command {Convert.ToHexStringLower(rows.GetSpan(0))}", "the recorded answer does not match its checksum");
            }
        }

        var odd = _database.List(
            """
            SELECT c.command, c.position FROM journal_command c LEFT JOIN journal_event e ON e.position = c.position
            WHERE (e.command IS NULL OR e.command <> c.command) AND NOT EXISTS (SELECT 1 FROM journal_eventless l WHERE l.command = c.command)
            """,
            row => (Command: Convert.ToHexStringLower(row.GetBytes(0)), Position: row.GetInt64(1)));
        foreach (var (command, position) in odd)
            _defects.Add(JournalDefectKind.Command, $"command {command}", $"is recorded with position {position}, where there is no event of it");
    }

    private void CheckProjection(IProjection projection, SqliteDatabase scratch)
    {
        var recorded = _database.Integer("SELECT version FROM journal_projection WHERE name = ?1", projection.Name);
        if (recorded != projection.Version)
        {
            var found = recorded is { } version ? string.Create(CultureInfo.InvariantCulture, $"at version {version}") : "not in the journal";
            _defects.Add(JournalDefectKind.Projection, $"projection {projection.Name}", $"is {found}, the code's is {projection.Version}; open the journal to rebuild it");
            return;
        }

        foreach (var table in projection.Tables)
        {
            _tables++;
            _tableRows += new TableComparison(table, _database, scratch, _defects).Run(_cancellationToken);
        }
    }

    private static string Event(long position) => string.Create(CultureInfo.InvariantCulture, $"event {position}");

    /// <summary>The last event of a stream that was seen, and the last one up to the mark of the recorded heads.</summary>
    private struct StreamState
    {
        public long Version;
        public long Position;
        public (long Version, long Position) Head;
    }
}
