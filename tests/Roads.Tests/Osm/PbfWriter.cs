using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Google.Protobuf;

namespace Territory.Roads.Tests.Osm;

/// <summary>Writes small PBF extracts with Google's protocol buffer encoder, an implementation independent of the reader under test.</summary>
internal sealed class PbfWriter
{
    private readonly MemoryStream file = new();
    private readonly List<string> strings = [""];
    private readonly List<byte[]> nodes = [];
    private readonly List<byte[]> ways = [];
    private readonly List<byte[]> relations = [];
    private readonly List<(long Id, double Longitude, double Latitude, string[] Tags)> dense = [];

    public PbfWriter() => Blob("OSMHeader", Message(output =>
    {
        Bytes(output, 4, "OsmSchema-V0.6"u8.ToArray());
        Bytes(output, 4, "DenseNodes"u8.ToArray());
    }));

    /// <summary>Tags alternate between key and value.</summary>
    public PbfWriter Node(long id, double longitude, double latitude, params string[] tags)
    {
        dense.Add((id, longitude, latitude, tags));
        return this;
    }

    /// <summary>A node in the older encoding, one message each.</summary>
    public PbfWriter PlainNode(long id, double longitude, double latitude, params string[] tags)
    {
        nodes.Add(Message(output =>
        {
            Signed(output, 1, id);
            Tags(output, tags);
            Signed(output, 8, Stored(latitude));
            Signed(output, 9, Stored(longitude));
        }));
        return this;
    }

    public PbfWriter Way(long id, long[] refs, params string[] tags)
    {
        ways.Add(Message(output =>
        {
            Number(output, 1, (ulong)id);
            Tags(output, tags);
            Bytes(output, 8, Message(packed => Deltas(packed, refs)));
        }));
        return this;
    }

    /// <summary>Members: role, type (0 node, 1 way, 2 relation), id.</summary>
    public PbfWriter Relation(long id, (string Role, int Type, long Id)[] members, params string[] tags)
    {
        relations.Add(Message(output =>
        {
            Number(output, 1, (ulong)id);
            Tags(output, tags);
            Bytes(output, 8, Message(packed => Array.ForEach(members, member => packed.WriteInt32(Text(member.Role)))));
            Bytes(output, 9, Message(packed => Deltas(packed, [.. members.Select(member => member.Id)])));
            Bytes(output, 10, Message(packed => Array.ForEach(members, member => packed.WriteInt32(member.Type))));
        }));
        return this;
    }

    public byte[] ToArray()
    {
        if (dense.Count + nodes.Count + ways.Count + relations.Count > 0)
            Blob("OSMData", Block());
        return file.ToArray();
    }

    /// <summary>The content of a data blob with everything added so far.</summary>
    public byte[] Block()
    {
        var groups = new List<byte[]>();
        if (dense.Count > 0)
            groups.Add(Message(output => Bytes(output, 2, Dense())));
        groups.AddRange(nodes.Select(node => Message(output => Bytes(output, 1, node))));
        groups.AddRange(ways.Select(way => Message(output => Bytes(output, 3, way))));
        groups.AddRange(relations.Select(relation => Message(output => Bytes(output, 4, relation))));
        return Message(output =>
        {
            // The string table comes after the groups on purpose: the format allows any order of fields.
            foreach (var group in groups)
                Bytes(output, 2, group);
            Bytes(output, 1, Message(table => strings.ForEach(text => Bytes(table, 1, Encoding.UTF8.GetBytes(text)))));
        });
    }

    /// <summary>Adds a blob as it is; a stated size may be given that is not the true one.</summary>
    public PbfWriter Blob(string type, byte[] content, int? statedSize = null, int compressionField = 3)
    {
        var packed = compressionField == 3 ? Compress(content) : content;
        var blob = Message(output =>
        {
            if (compressionField != 1)
                Number(output, 2, (ulong)(statedSize ?? content.Length));
            Bytes(output, compressionField, packed);
        });
        var header = Message(output =>
        {
            Bytes(output, 1, Encoding.UTF8.GetBytes(type));
            Number(output, 3, (ulong)blob.Length);
        });
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, header.Length);
        file.Write(length);
        file.Write(header);
        file.Write(blob);
        return this;
    }

    public static byte[] Message(Action<CodedOutputStream> write)
    {
        using var stream = new MemoryStream();
        using (var output = new CodedOutputStream(stream, leaveOpen: true))
            write(output);
        return stream.ToArray();
    }

    public static void Number(CodedOutputStream output, int field, ulong value)
    {
        output.WriteTag(field, WireFormat.WireType.Varint);
        output.WriteUInt64(value);
    }

    public static void Bytes(CodedOutputStream output, int field, byte[] value)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(ByteString.CopyFrom(value));
    }

    private static void Signed(CodedOutputStream output, int field, long value)
    {
        output.WriteTag(field, WireFormat.WireType.Varint);
        output.WriteSInt64(value);
    }

    private static long Stored(double degrees) => (long)Math.Round(degrees * 1e7);

    private static void Deltas(CodedOutputStream output, long[] values)
    {
        long last = 0;
        foreach (var value in values)
        {
            output.WriteSInt64(value - last);
            last = value;
        }
    }

    private static byte[] Compress(byte[] content)
    {
        using var stream = new MemoryStream();
        using (var zlib = new ZLibStream(stream, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(content);
        return stream.ToArray();
    }

    private byte[] Dense() => Message(output =>
    {
        Bytes(output, 1, Message(packed => Deltas(packed, [.. dense.Select(node => node.Id)])));
        Bytes(output, 8, Message(packed => Deltas(packed, [.. dense.Select(node => Stored(node.Latitude))])));
        Bytes(output, 9, Message(packed => Deltas(packed, [.. dense.Select(node => Stored(node.Longitude))])));
        Bytes(output, 10, Message(packed =>
        {
            foreach (var node in dense)
            {
                foreach (var text in node.Tags)
                    packed.WriteInt32(Text(text));
                packed.WriteInt32(0);
            }
        }));
    });

    private void Tags(CodedOutputStream output, string[] tags)
    {
        Bytes(output, 2, Message(packed => Array.ForEach([.. tags.Where((_, i) => i % 2 == 0)], key => packed.WriteInt32(Text(key)))));
        Bytes(output, 3, Message(packed => Array.ForEach([.. tags.Where((_, i) => i % 2 == 1)], value => packed.WriteInt32(Text(value)))));
    }

    private int Text(string text)
    {
        var index = strings.IndexOf(text);
        if (index >= 0)
            return index;
        strings.Add(text);
        return strings.Count - 1;
    }
}
