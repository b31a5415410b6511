using System.Text;

namespace Territory.Roads.Osm.Pbf;

/// <summary>A block's strings, decoded when first asked for.</summary>
internal sealed class StringTable
{
    private const int MaxStrings = 2_000_000;

    private readonly List<(int Start, int Length)> places = [];
    private readonly List<string?> decoded = [];
    private byte[] bytes = [];

    public void Fill(ReadOnlySpan<byte> message)
    {
        places.Clear();
        decoded.Clear();
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
            return decoded[(int)index] ??= Encoding.UTF8.GetString(bytes, start, length);
        }
    }
}
