using System.Text;

namespace Territory.Dashboard.Tiles;

/// <summary>The few parts of the protocol buffer wire format that a vector tile needs.</summary>
internal sealed class ProtobufWriter
{
    private const int Varint = 0;
    private const int LengthDelimited = 2;

    private readonly MemoryStream _bytes = new();

    public byte[] ToArray() => _bytes.ToArray();

    public void WriteUInt(int field, ulong value)
    {
        WriteTag(field, Varint);
        WriteVarint(value);
    }

    /// <summary>Appends fields that are encoded already.</summary>
    public void WriteRaw(ProtobufWriter fields) => fields._bytes.WriteTo(_bytes);

    public void WriteString(int field, string value) => WriteBytes(field, Encoding.UTF8.GetBytes(value));

    public void WriteMessage(int field, ProtobufWriter message) => WriteBytes(field, message.ToArray());

    public void WritePacked(int field, IReadOnlyList<uint> values)
    {
        var packed = new ProtobufWriter();
        foreach (var value in values)
            packed.WriteVarint(value);
        WriteMessage(field, packed);
    }

    private void WriteBytes(int field, byte[] bytes)
    {
        WriteTag(field, LengthDelimited);
        WriteVarint((ulong)bytes.Length);
        _bytes.Write(bytes);
    }

    private void WriteTag(int field, int wireType) => WriteVarint((ulong)((field << 3) | wireType));

    private void WriteVarint(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
            _bytes.WriteByte((byte)(value | 0x80));
        _bytes.WriteByte((byte)value);
    }
}
