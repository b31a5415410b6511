namespace Territory.Dashboard.Tiles;

/// <summary>What a feature's geometry is, with the numbers of the specification.</summary>
internal enum TileGeometryType
{
    Point = 1,
    Line = 2,
    Polygon = 3,
}

/// <summary>One layer of a tile, with its keys and values written once each.</summary>
/// <remarks>Source: Mapbox Vector Tile Specification 2.1, section 4.</remarks>
internal sealed class VectorTileLayer(string name)
{
    public const int Extent = 4096;
    private const int SpecificationVersion = 2;

    private readonly ProtobufWriter _features = new();
    private readonly Dictionary<string, uint> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<object, uint> _values = [];

    public bool IsEmpty { get; private set; } = true;

    /// <summary>Adds a feature. Values are strings, whole numbers or booleans; null leaves a key out.</summary>
    public void Add(TileGeometryType type, TileGeometry geometry, params ReadOnlySpan<(string Key, object? Value)> properties)
    {
        if (geometry.IsEmpty)
            return;
        var tags = new List<uint>();
        foreach (var (key, value) in properties)
        {
            if (value is null)
                continue;
            tags.Add(NumberOf(_keys, key));
            tags.Add(NumberOf(_values, value));
        }

        var feature = new ProtobufWriter();
        feature.WritePacked(2, tags);
        feature.WriteUInt(3, (ulong)type);
        feature.WritePacked(4, geometry.Commands);
        _features.WriteMessage(2, feature);
        IsEmpty = false;
    }

    /// <summary>A tile of these layers; those without features are left out.</summary>
    public static byte[] Encode(params ReadOnlySpan<VectorTileLayer> layers)
    {
        var tile = new ProtobufWriter();
        foreach (var layer in layers)
        {
            if (!layer.IsEmpty)
                tile.WriteMessage(3, layer.ToMessage());
        }

        return tile.ToArray();
    }

    private ProtobufWriter ToMessage()
    {
        var layer = new ProtobufWriter();
        layer.WriteUInt(15, SpecificationVersion);
        layer.WriteString(1, name);
        layer.WriteRaw(_features);
        foreach (var key in _keys.OrderBy(pair => pair.Value))
            layer.WriteString(3, key.Key);
        foreach (var value in _values.OrderBy(pair => pair.Value))
            layer.WriteMessage(4, ValueOf(value.Key));
        layer.WriteUInt(5, Extent);
        return layer;
    }

    private static ProtobufWriter ValueOf(object value)
    {
        var message = new ProtobufWriter();
        switch (value)
        {
            case string text:
                message.WriteString(1, text);
                break;
            case int number and >= 0:
                message.WriteUInt(5, (ulong)number);
                break;
            case bool truth:
                message.WriteUInt(7, truth ? 1UL : 0UL);
                break;
            default:
                throw new ArgumentException($"A tile holds no value of type {value.GetType().Name}.", nameof(value));
        }

        return message;
    }

    private static uint NumberOf<TKey>(Dictionary<TKey, uint> numbers, TKey key)
        where TKey : notnull
    {
        if (!numbers.TryGetValue(key, out var number))
            numbers.Add(key, number = (uint)numbers.Count);
        return number;
    }
}
