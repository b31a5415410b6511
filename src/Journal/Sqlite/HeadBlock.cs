using System.Buffers.Binary;

namespace Territory.Journal.Sqlite;

/// <summary>
/// The recorded ends of 128 streams with neighbouring numbers, one row of journal_head: for each its version and the position of its last event, 8
/// bytes each, little-endian. One row for many streams, because the rows are written for thousands of streams at a time.
/// </summary>
internal static class HeadBlock
{
    public const int Streams = 128;
    public const int Bytes = Streams * 16;

    public static long Of(long streamNumber) => streamNumber / Streams;

    /// <summary>Reads a block into a buffer of <see cref="Bytes"/>; zeros where it was never written.</summary>
    public static void Read(SqliteDatabase database, long block, Span<byte> heads)
    {
        heads.Clear();
        using var rows = database.Rows("SELECT heads FROM journal_head WHERE block = ?1", block);
        if (rows.Read())
            rows.GetSpan(0).CopyTo(heads);
    }

    public static void Write(SqliteDatabase database, long block, ReadOnlyMemory<byte> heads) =>
        database.Execute("INSERT INTO journal_head (block, heads) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET heads = excluded.heads", block, heads);

    public static (long Version, long Position) Get(ReadOnlySpan<byte> heads, long streamNumber)
    {
        var head = heads.Slice((int)(streamNumber % Streams) * 16, 16);
        return (BinaryPrimitives.ReadInt64LittleEndian(head), BinaryPrimitives.ReadInt64LittleEndian(head[8..]));
    }

    public static void Set(Span<byte> heads, long streamNumber, long version, long position)
    {
        var head = heads.Slice((int)(streamNumber % Streams) * 16, 16);
        BinaryPrimitives.WriteInt64LittleEndian(head, version);
        BinaryPrimitives.WriteInt64LittleEndian(head[8..], position);
    }

    /// <summary>The recorded end of one stream; zeros when none is.</summary>
    public static (long Version, long Position) Find(SqliteDatabase database, long streamNumber)
    {
        Span<byte> heads = stackalloc byte[Bytes];
        Read(database, Of(streamNumber), heads);
        return Get(heads, streamNumber);
    }
}
