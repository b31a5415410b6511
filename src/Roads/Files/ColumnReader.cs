using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace Territory.Roads.Files;

/// <summary>Reads what <see cref="ColumnWriter"/> wrote; every count is checked against the bytes that are left before anything is allocated.</summary>
/// <remarks>Reads from memory that outlives it, such as a mapped file, which may be longer than a span can be.</remarks>
internal unsafe ref struct ColumnReader(byte* start, long length)
{
    private byte* next = start;
    private long left = length;

    public readonly bool IsAtEnd => left == 0;

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    public long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Take(8));

    /// <summary>A count of entries that take at least <paramref name="minimumBytes"/> each.</summary>
    public int Count(int minimumBytes)
    {
        var count = Int32();
        return count >= 0 && (long)count * minimumBytes <= left
            ? count
            : throw new InvalidDataException($"The file states {count} entries where {left} bytes are left.");
    }

    public T[] Column<T>()
        where T : unmanaged
    {
        var values = GC.AllocateUninitializedArray<T>(Count(Unsafe.SizeOf<T>()));
        var bytes = (long)values.Length * Unsafe.SizeOf<T>();
        fixed (T* target = values)
            Buffer.MemoryCopy(next, target, bytes, bytes);
        Advance(bytes);
        return values;
    }

    public string? Text()
    {
        var size = Int32();
        if (size == -1)
            return null;
        return size >= 0 && size <= left
            ? Encoding.UTF8.GetString(Take(size))
            : throw new InvalidDataException($"The file states a text of {size} bytes where {left} are left.");
    }

    /// <summary>A reader of the next so many bytes, which this one passes over.</summary>
    public ColumnReader Part(long size)
    {
        if (size < 0 || size > left)
            throw new InvalidDataException($"The file states a part of {size} bytes where {left} are left.");
        var part = new ColumnReader(next, size);
        Advance(size);
        return part;
    }

    /// <summary>Copies all bytes that are left.</summary>
    public byte[] Rest() => left <= Array.MaxLength
        ? Take((int)left).ToArray()
        : throw new InvalidDataException($"A part of the file has {left} bytes, more than can be held in one piece.");

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > left)
            throw new InvalidDataException($"The file ends {count - left} bytes early.");
        var taken = new ReadOnlySpan<byte>(next, count);
        Advance(count);
        return taken;
    }

    private void Advance(long count)
    {
        next += count;
        left -= count;
    }
}
