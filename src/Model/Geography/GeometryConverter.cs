using System.Text.Json;
using System.Text.Json.Serialization;
using NetTopologySuite.Geometries;

namespace Territory.Model.Geography;

/// <summary>Writes polygons and multipolygons as GeoJSON geometry (RFC 7946), longitude before latitude.</summary>
public sealed class GeometryConverter : JsonConverter<Geometry>
{
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    public override bool CanConvert(Type typeToConvert) => typeof(Geometry).IsAssignableFrom(typeToConvert);

    public override Geometry Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        var type = root.GetProperty("type").GetString();
        var coordinates = root.GetProperty("coordinates");
        return type switch
        {
            "Polygon" => ReadPolygon(coordinates),
            "MultiPolygon" => Factory.CreateMultiPolygon([.. coordinates.EnumerateArray().Select(ReadPolygon)]),
            _ => throw new JsonException($"Geometry type \"{type}\" is not supported; expected Polygon or MultiPolygon."),
        };
    }

    public override void Write(Utf8JsonWriter writer, Geometry value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("type", value.GeometryType);
        writer.WritePropertyName("coordinates");
        switch (value)
        {
            case Polygon polygon:
                WritePolygon(writer, polygon);
                break;
            case MultiPolygon multi:
                writer.WriteStartArray();
                foreach (var part in multi.Geometries)
                    WritePolygon(writer, (Polygon)part);
                writer.WriteEndArray();
                break;
            default:
                throw new JsonException($"Geometry type \"{value.GeometryType}\" is not supported; expected Polygon or MultiPolygon.");
        }

        writer.WriteEndObject();
    }

    private static Polygon ReadPolygon(JsonElement rings)
    {
        var all = rings.EnumerateArray().Select(ReadRing).ToArray();
        return all.Length == 0 ? throw new JsonException("A polygon needs at least one ring.") : Factory.CreatePolygon(all[0], all[1..]);
    }

    private static LinearRing ReadRing(JsonElement ring) =>
        Factory.CreateLinearRing([.. ring.EnumerateArray().Select(pair => new Coordinate(pair[0].GetDouble(), pair[1].GetDouble()))]);

    private static void WritePolygon(Utf8JsonWriter writer, Polygon polygon)
    {
        writer.WriteStartArray();
        WriteRing(writer, polygon.ExteriorRing);
        foreach (var hole in polygon.InteriorRings)
            WriteRing(writer, hole);
        writer.WriteEndArray();
    }

    private static void WriteRing(Utf8JsonWriter writer, LineString ring)
    {
        writer.WriteStartArray();
        foreach (var coordinate in ring.Coordinates)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(coordinate.X);
            writer.WriteNumberValue(coordinate.Y);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }
}
