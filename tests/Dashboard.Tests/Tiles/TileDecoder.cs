using System.Text;

namespace Territory.Dashboard.Tests.Tiles;

/// <summary>A reader of vector tiles, written from the specification and sharing nothing with the encoder.</summary>
/// <remarks>Source: Mapbox Vector Tile Specification 2.1 and the protocol buffer wire format.</remarks>
internal sealed class TileDecoder
{
    private TileDecoder(string name)
    {
        Name = name;
    }

    public string Name { get; }

    public int Version { get; private set; }

    public int Extent { get; private set; } = 4096;

    public List<DecodedFeature> Features { get; } = [];

    public static Dictionary<string, TileDecoder> Decode(byte[] tile)
    {
        var layers = new Dictionary<string, TileDecoder>(StringComparer.Ordinal);
        foreach (var (field, _, bytes) in Fields(tile))
        {
            field.ShouldBe(3, "a tile holds layers only");
            var layer = Layer(bytes);
            layers.Add(layer.Name, layer);
        }

        return layers;
    }

    private static TileDecoder Layer(byte[] message)
    {
        var fields = Fields(message).ToList();
        var layer = new TileDecoder(Encoding.UTF8.GetString(fields.Single(field => field.Number == 1).Bytes));
        layer.Version = (int)fields.Single(field => field.Number == 15).Value;
        layer.Extent = (int)fields.Single(field => field.Number == 5).Value;
        var keys = fields.Where(field => field.Number == 3).Select(field => Encoding.UTF8.GetString(field.Bytes)).ToList();
        var values = fields.Where(field => field.Number == 4).Select(field => Value(field.Bytes)).ToList();
        keys.ShouldBeUnique();
        values.ShouldBeUnique();
        foreach (var field in fields.Where(field => field.Number == 2))
        {
            var parts = Fields(field.Bytes).ToList();
            var tags = Packed(parts.SingleOrDefault(part => part.Number == 2).Bytes ?? []);
            var properties = new Dictionary<string, object>(StringComparer.Ordinal);
            for (var i = 0; i < tags.Count; i += 2)
                properties.Add(keys[(int)tags[i]], values[(int)tags[i + 1]]);
            layer.Features.Add(new DecodedFeature((int)parts.Single(part => part.Number == 3).Value, properties, Paths(Packed(parts.Single(part => part.Number == 4).Bytes))));
        }

        return layer;
    }

    private static object Value(byte[] message)
    {
        var (number, value, bytes) = Fields(message).Single();
        return number switch
        {
            1 => Encoding.UTF8.GetString(bytes),
            5 => (long)value,
            7 => value == 1,
            _ => throw new InvalidDataException($"Value field {number} is not expected here."),
        };
    }

    private static List<List<(int X, int Y)>> Paths(List<ulong> commands)
    {
        var paths = new List<List<(int, int)>>();
        var (x, y) = (0, 0);
        for (var i = 0; i < commands.Count;)
        {
            var (id, count) = ((int)(commands[i] & 7), (int)(commands[i] >> 3));
            i++;
            if (id == 7)
            {
                paths[^1].Add(paths[^1][0]);
                continue;
            }

            id.ShouldBeOneOf(1, 2);
            for (var k = 0; k < count; k++)
            {
                x += Unzigzag(commands[i++]);
                y += Unzigzag(commands[i++]);
                if (id == 1)
                    paths.Add([]);
                paths[^1].Add((x, y));
            }
        }

        return paths;
    }

    private static int Unzigzag(ulong value) => (int)(value >> 1) ^ -(int)(value & 1);

    private static List<ulong> Packed(byte[] bytes)
    {
        var values = new List<ulong>();
        for (var at = 0; at < bytes.Length;)
            values.Add(Varint(bytes, ref at));
        return values;
    }

    private static IEnumerable<(int Number, ulong Value, byte[] Bytes)> Fields(byte[] message)
    {
        for (var at = 0; at < message.Length;)
        {
            var tag = Varint(message, ref at);
            var (number, wireType) = ((int)(tag >> 3), (int)(tag & 7));
            if (wireType == 0)
            {
                yield return (number, Varint(message, ref at), []);
                continue;
            }

            wireType.ShouldBe(2);
            var length = (int)Varint(message, ref at);
            yield return (number, 0, message[at..(at + length)]);
            at += length;
        }
    }

    private static ulong Varint(byte[] bytes, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var part = bytes[at++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
                return value;
        }
    }
}

/// <param name="Type">1 point, 2 line, 3 polygon.</param>
/// <param name="Paths">Rings are closed.</param>
internal sealed record DecodedFeature(int Type, Dictionary<string, object> Properties, List<List<(int X, int Y)>> Paths);
