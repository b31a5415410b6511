using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Territory.Roads.Files;

/// <summary>Writes counted arrays and strings, little-endian.</summary>
internal sealed class ColumnWriter
{
    private readonly ArrayBufferWriter<byte> buffer = new(1 << 16);

    public ReadOnlySpan<byte> Written => buffer.WrittenSpan;

    public long Length => buffer.WrittenCount;

    public void Int32(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(buffer.GetSpan(4), value);
        buffer.Advance(4);
    }

    public void Column<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        if (!BitConverter.IsLittleEndian)
            throw new PlatformNotSupportedException("Road network files are read and written on little-endian machines only.");
        Int32(values.Length);
        buffer.Write(MemoryMarshal.AsBytes(values));
    }

    /// <summary>Null is kept apart from empty.</summary>
    public void Text(string? value)
    {
        if (value is null)
            Int32(-1);
        else
            Column<byte>(Encoding.UTF8.GetBytes(value));
    }
}
