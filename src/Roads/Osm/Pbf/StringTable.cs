using System.Text;

namespace Territory.Roads.Osm.Pbf;

/// <summary>A block's strings, decoded when first asked for. Bytes that are no UTF-8 become replacement characters.</summary>
internal sealed class StringTable
{
    private const int MaxStrings = 1_000_000;
    private const int MaxTagBytes = 4096;

    private readonly List<(int Start, int Length)> places = [];
    private readonly List<string?> decoded = [];
    private byte[] bytes = [];

    /// <summary>A block without a table has no strings, not those of the block before it.</summary>
    public void Clear()
    {
        places.Clear();
        decoded.Clear();
    }

    public void Fill(ReadOnlySpan<byte> message)
    {
        Clear();
        if (bytes.Length < message.Length)
            bytes = new byte[message.Length];
        message.CopyTo(bytes);
        var reader = new WireReader(message);
        while (reader.Next())
        {
            if (reader.Field != 1)
            {
                reader.Skip();
                continue;
            }

            if (places.Count == MaxStrings)
                throw new PbfFormatException($"a block has more than {MaxStrings} strings");
            var length = reader.Bytes().Length;
            places.Add((reader.Position - length, length));
            decoded.Add(null);
        }
    }

    public string this[ulong index]
    {
        get
        {
            if (index >= (ulong)decoded.Count)
                throw new PbfFormatException($"string {index} is used where the block has {decoded.Count}");
            var (start, length) = places[(int)index];
            if (length > MaxTagBytes)
                throw new PbfFormatException($"a key, value or role has {length} bytes; up to {MaxTagBytes} are read, and OpenStreetMap allows 255 characters");
            return decoded[(int)index] ??= Encoding.UTF8.GetString(bytes, start, length);
        }
    }
}
