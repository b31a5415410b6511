using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Territory.Roads.Files;

/// <summary>Reads what <see cref="ColumnWriter"/> wrote; every count is checked against the bytes that are left before anything is allocated.</summary>
internal ref struct ColumnReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> rest = bytes;

    public readonly bool IsAtEnd => rest.IsEmpty;

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    /// <summary>A count of entries that take at least <paramref name="minimumBytes"/> each.</summary>
    public int Count(int minimumBytes)
    {
        var count = Int32();
        return count >= 0 && (long)count * minimumBytes <= rest.Length
            ? count
            : throw new InvalidDataException($"The file states {count} entries where {rest.Length} bytes are left.");
    }

    public T[] Column<T>()
        where T : unmanaged
    {
        var count = Count(Unsafe.SizeOf<T>());
        return MemoryMarshal.Cast<byte, T>(Take(count * Unsafe.SizeOf<T>())).ToArray();
    }

    public string? Text()
    {
        var length = Int32();
        if (length == -1)
            return null;
        return length >= 0 && length <= rest.Length
            ? Encoding.UTF8.GetString(Take(length))
            : throw new InvalidDataException($"The file states a text of {length} bytes where {rest.Length} are left.");
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > rest.Length)
            throw new InvalidDataException($"The file ends {count - rest.Length} bytes early.");
        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }
}
