using Territory.Model.Ids;

namespace Territory.Journal.Sqlite;

/// <summary>Writes appends inside the writer's transaction: the rules of idempotency and expected version, the events, the projections.</summary>
internal sealed class EventWriter
{
    private readonly SqliteDatabase _database;
    private readonly ProjectionSet _projections;
    private readonly NameNumbers _names;
    private readonly StreamHeads _heads;
    private readonly EventChain _chain = new();
    private readonly List<JournalEntry> _written = [];
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _commit;
    private readonly SqliteStatement _insertCommand;
    private readonly SqliteStatement _insertEvent;
    private long _position;

    public EventWriter(SqliteDatabase database, ProjectionSet projections, int cachedStreams)
    {
        _database = database;
        _projections = projections;
        _names = new NameNumbers(database, cachedStreams);
        _heads = new StreamHeads(database, _names, cachedStreams);
        _begin = database.Statement("BEGIN IMMEDIATE");
        _commit = database.Statement("COMMIT");
        _insertCommand = database.Statement("INSERT INTO journal_command (command, position, checksum, answer) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING");
        _insertEvent = database.Statement(
            "INSERT INTO journal_event (position, stream, version, previous, alias, actor, recorded_at, command, link, payload) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
        Reload();
    }

    /// <summary>Position of the last event written, committed or not.</summary>
    public long Position => _position;

    /// <summary>The events written since the transaction began.</summary>
    public IReadOnlyList<JournalEntry> Written => _written;

    public void Begin()
    {
        _written.Clear();
        _begin.Run();
    }

    public void Commit()
    {
        if (_heads.ShouldWrite)
            _heads.Write();
        _commit.Run();
    }

    /// <summary>Undoes the transaction and all that memory holds of it.</summary>
    public void Rollback()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(_database.Handle) == 0)
            _database.Script("ROLLBACK");
        Reload();
    }

    /// <summary>Writes one append so that its failure leaves the rest of the transaction as it was.</summary>
    public void WriteAlone(PendingAppend append, DateTimeOffset now)
    {
        _database.Script("SAVEPOINT append");
        var written = _written.Count;
        try
        {
            Write(append, now);
        }
        catch (ProjectionFailedException exception)
        {
            _database.Script("ROLLBACK TO append");
            _written.RemoveRange(written, _written.Count - written);
            var others = _written.ToArray();
            Reload();
            _written.AddRange(others);
            append.Failure = exception;
        }

        _database.Script("RELEASE append");
    }

    /// <summary>Writes one append and sets its result; the caller commits.</summary>
    /// <exception cref="ProjectionFailedException">The transaction now holds a part of the append and must be undone.</exception>
    public void Write(PendingAppend append, DateTimeOffset now)
    {
        var request = append.Request;
        Span<byte> command = stackalloc byte[16];
        request.Command.Value.TryWriteBytes(command, bigEndian: true, out _);

        // A retry usually comes with an old version, so that a duplicate is looked for before a conflict is told.
        ref var head = ref _heads.Find(request.Stream);
        var events = request.Events;
        if (request.ExpectedVersion != AppendRequest.AnyVersion && request.ExpectedVersion != head.Version)
        {
            append.Result = FindCommand(request.Command) ?? AppendResult.VersionConflict(head.Version);
            return;
        }

        _insertCommand.Bind(1, command);
        _insertCommand.Bind(2, _position + events.Count);
        _insertCommand.Bind(3, AnswerChecksum.Of(command, _position + events.Count, request.Answer.Span));
        _insertCommand.Bind(4, request.Answer.Span);
        _insertCommand.Run();
        if (_database.Changes == 0)
        {
            append.Result = FindCommand(request.Command) ?? throw new InvalidOperationException("A command is both there and not there.");
            return;
        }

        if (events.Count == 0)
        {
            _database.Execute("INSERT INTO journal_eventless (command, recorded_at) VALUES (?1, ?2)", command.ToArray(), now.ToUnixTimeMilliseconds());
        }
        else
        {
            if (head.Number == 0)
                head.Number = _names.Get(request.Stream.Value);
            var actor = _names.Get(request.Actor);
            for (var i = 0; i < events.Count; i++)
                WriteEvent(request, events[i], ref head, actor, command, now);
        }

        append.Result = AppendResult.Appended(_position, head.Version, request.Answer);
    }

    /// <summary>The recorded result of a command, as its retry gets it.</summary>
    public AppendResult? FindCommand(CommandId command)
    {
        using var rows = _database.Rows("SELECT position, answer FROM journal_command WHERE command = ?1", command.Value.ToByteArray(bigEndian: true));
        return rows.Read() ? AppendResult.Duplicate(rows.GetInt64(0), rows.GetBytes(1)) : null;
    }

    private void WriteEvent(AppendRequest request, EventData data, ref StreamHeads.Head head, long actor, ReadOnlySpan<byte> command, DateTimeOffset now)
    {
        var entry = new JournalEntry(_position + 1, request.Stream, head.Version + 1, data.Alias, data.Payload, now, request.Actor, request.Command);
        _chain.Append(entry);
        _insertEvent.Bind(1, entry.Position);
        _insertEvent.Bind(2, head.Number);
        _insertEvent.Bind(3, entry.Version);
        _insertEvent.Bind(4, head.Position);
        _insertEvent.Bind(5, _names.Get(data.Alias));
        _insertEvent.Bind(6, actor);
        _insertEvent.Bind(7, now.ToUnixTimeMilliseconds());
        _insertEvent.Bind(8, command);
        _insertEvent.Bind(9, (long)_chain.Link);
        _insertEvent.Bind(10, data.Payload.Span);
        _insertEvent.Run();
        _position++;
        _heads.Advance(ref head, request.Stream, _position);
        _written.Add(entry);
        _projections.Apply(entry, _database);
    }

    private void Reload()
    {
        _written.Clear();
        _names.Forget();
        _heads.Reload();
        using var rows = _database.Rows("SELECT position, link FROM journal_event ORDER BY position DESC LIMIT 1");
        if (rows.Read())
        {
            _position = rows.GetInt64(0);
            _chain.Restore((ulong)rows.GetInt64(1));
        }
        else
        {
            _position = 0;
            _chain.Restore(0);
        }
    }
}
