using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Territory.Journal.Sqlite;

/// <summary>The last event of each stream, for the writer: in memory for the streams in use, in journal_head for the others.</summary>
/// <remarks>
/// journal_head lags behind the events: changed heads are written together when there are enough of them. After opening, and after a rollback, the
/// heads that it lacks are taken from the events behind its mark.
/// </remarks>
internal sealed class StreamHeads(SqliteDatabase database, NameNumbers names, int capacity)
{
    /// <summary>How many changed heads are written together. It bounds what is read again at opening and to find a stream's end.</summary>
    public const int WriteAt = 4_096;

    private readonly Dictionary<string, Head> _heads = new(StringComparer.Ordinal);
    private readonly List<(long Number, string Stream)> _changed = [];
    private readonly byte[] _block = new byte[HeadBlock.Bytes];

    public bool ShouldWrite => _changed.Count >= WriteAt;

    /// <summary>The head of a stream; number 0 and version 0 for a stream that was never written. Valid until the next call.</summary>
    public ref Head Find(StreamId stream)
    {
        ref var head = ref CollectionsMarshal.GetValueRefOrNullRef(_heads, stream.Value);
        if (!Unsafe.IsNullRef(ref head))
            return ref head;

        var found = Look(stream);
        if (_heads.Count >= capacity)
        {
            Write();
            _heads.Clear();
        }

        ref var added = ref CollectionsMarshal.GetValueRefOrAddDefault(_heads, stream.Value, out _);
        added = found;
        return ref added;
    }

    /// <summary>Moves a head to the event just written.</summary>
    public void Advance(ref Head head, StreamId stream, long position)
    {
        head.Version++;
        head.Position = position;
        if (head.Changed)
            return;
        head.Changed = true;
        _changed.Add((head.Number, stream.Value));
    }

    /// <summary>Writes the changed heads and moves the mark; part of the running transaction.</summary>
    public void Write()
    {
        if (_changed.Count == 0)
            return;
        _changed.Sort(static (left, right) => left.Number.CompareTo(right.Number));
        var last = 0L;
        var block = -1L;
        foreach (var (number, stream) in _changed)
        {
            if (HeadBlock.Of(number) != block)
            {
                if (block >= 0)
                    HeadBlock.Write(database, block, _block);
                block = HeadBlock.Of(number);
                HeadBlock.Read(database, block, _block);
            }

            ref var head = ref CollectionsMarshal.GetValueRefOrNullRef(_heads, stream);
            head.Changed = false;
            last = Math.Max(last, head.Position);
            HeadBlock.Set(_block, number, head.Version, head.Position);
        }

        HeadBlock.Write(database, block, _block);
        _changed.Clear();
        database.Execute("UPDATE journal_mark SET position = ?1 WHERE name = 'heads'", last);
    }

    /// <summary>Forgets everything and takes from the events what journal_head lacks.</summary>
    public void Reload()
    {
        _heads.Clear();
        _changed.Clear();
        using var rows = database.Rows(
            """
            SELECT e.stream, n.name, max(e.version), e.position FROM journal_event e JOIN journal_name n ON n.id = e.stream
            WHERE e.position > (SELECT position FROM journal_mark WHERE name = 'heads') GROUP BY e.stream
            """);
        while (rows.Read())
        {
            // SQLite takes the position from the row that has the greatest version.
            var (number, stream) = (rows.GetInt64(0), rows.GetString(1));
            _heads[stream] = new Head { Number = number, Version = rows.GetInt64(2), Position = rows.GetInt64(3), Changed = true };
            _changed.Add((number, stream));
        }
    }

    private Head Look(StreamId stream)
    {
        if (names.Find(stream.Value) is not { } number)
            return default;
        var (version, position) = HeadBlock.Find(database, number);
        return new Head { Number = number, Version = version, Position = position };
    }

    internal struct Head
    {
        public long Number;
        public long Version;
        public long Position;
        public bool Changed;
    }
}
