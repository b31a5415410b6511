using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Territory.Roads.Files;

/// <summary>Writes counted arrays and strings, little-endian, to a stream and a checksum as they come, or only counts their bytes.</summary>
/// <param name="target">Null: the bytes are counted and not kept.</param>
internal sealed class ColumnWriter(Stream? target = null, IncrementalHash? hash = null)
{
    /// <summary>Bytes written so far.</summary>
    public long Length { get; private set; }

    public void Int32(int value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        Bytes(bytes);
    }

    public void Int64(long value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        Bytes(bytes);
    }

    public void Column<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        if (!BitConverter.IsLittleEndian)
            throw new PlatformNotSupportedException("Road network files are read and written on little-endian machines only.");
        Int32(values.Length);
        Bytes(MemoryMarshal.AsBytes(values));
    }

    /// <summary>Null is kept apart from empty.</summary>
    public void Text(string? value)
    {
        if (value is null)
            Int32(-1);
        else
            Column<byte>(Encoding.UTF8.GetBytes(value));
    }

    /// <summary>Bytes without a count.</summary>
    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        Length += bytes.Length;
        target?.Write(bytes);
        hash?.AppendData(bytes);
    }
}
