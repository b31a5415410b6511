using System.Runtime.InteropServices;

namespace Territory.Journal.Sqlite;

/// <summary>Number and version of each stream, for the writer: in memory for the streams in use, looked up for the others.</summary>
internal sealed class StreamHeads(SqliteDatabase database, NameNumbers names, int capacity)
{
    private readonly Dictionary<string, Head> _heads = new(StringComparer.Ordinal);

    /// <summary>The head of a stream; number 0 and version 0 for a stream that was never written. Valid until the next call.</summary>
    public ref Head Find(StreamId stream)
    {
        ref var head = ref CollectionsMarshal.GetValueRefOrNullRef(_heads, stream.Value);
        if (!System.Runtime.CompilerServices.Unsafe.IsNullRef(ref head))
            return ref head;

        var found = Look(stream);
        if (_heads.Count >= capacity)
            _heads.Clear();
        ref var added = ref CollectionsMarshal.GetValueRefOrAddDefault(_heads, stream.Value, out _);
        added = found;
        return ref added;
    }

    public void Forget() => _heads.Clear();

    private Head Look(StreamId stream)
    {
        if (names.Find(stream.Value) is not { } number)
            return default;
        using var rows = database.Rows("SELECT version FROM journal_event WHERE stream = ?1 ORDER BY version DESC LIMIT 1", number);
        return new Head { Number = number, Version = rows.Read() ? rows.GetInt64(0) : 0 };
    }

    internal struct Head
    {
        public long Number;
        public long Version;
    }
}
