using System.Text.Json.Serialization;

namespace Territory.Roads.Map;

/// <summary>What the map draws besides roads.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MapFeatureKind>))]
public enum MapFeatureKind : byte
{
    /// <summary>水面: lakes, ponds, the surface of wide rivers.</summary>
    WaterArea,

    /// <summary>河流, 渠.</summary>
    WaterLine,

    /// <summary>海岸线; the sea is on its right.</summary>
    Coastline,

    /// <summary>绿地: parks, woods, grass.</summary>
    GreenArea,

    /// <summary>建成区: residential, commercial and industrial land.</summary>
    BuiltUpArea,

    /// <summary>地名: a named point with a rank.</summary>
    Place,
}
