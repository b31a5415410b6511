using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using NetTopologySuite.Geometries;
using Territory.Model.Geography;
using Territory.Model.Reps;

namespace Territory.Dashboard.Regions;

/// <summary>GeoJSON (RFC 7946) answers, longitude before latitude.</summary>
internal static class GeoJson
{
    private const string ContentType = "application/geo+json";

    private static readonly JsonSerializerOptions WithGeometry = new() { Converters = { new GeometryConverter() } };

    public static FileContentHttpResult Answer(byte[] collection) => TypedResults.Bytes(collection, ContentType);

    /// <summary>Responsibility areas (责任区), one feature a rep.</summary>
    public static FileContentHttpResult Areas(IReadOnlyList<RepFile> reps) => Answer(Collection(writer =>
    {
        foreach (var rep in reps)
        {
            WriteFeature(
                writer,
                geometry: () => JsonSerializer.Serialize<Geometry>(writer, rep.Area!, WithGeometry),
                properties: () =>
                {
                    writer.WriteString("rep", rep.Id.Value);
                    writer.WriteString("name", rep.Name);
                    writer.WriteString("distributor", rep.Distributor.Value);
                });
        }
    }));

    public static byte[] Collection(Action<Utf8JsonWriter> features)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("type", "FeatureCollection");
            writer.WriteStartArray("features");
            features(writer);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    public static void WriteLine(Utf8JsonWriter writer, IReadOnlyList<GeoPoint> points, Action properties) => WriteFeature(
        writer,
        geometry: () =>
        {
            writer.WriteStartObject();
            writer.WriteString("type", "LineString");
            writer.WriteStartArray("coordinates");
            foreach (var point in points)
                WritePosition(writer, point);
            writer.WriteEndArray();
            writer.WriteEndObject();
        },
        properties);

    public static void WritePoint(Utf8JsonWriter writer, GeoPoint point, Action properties) => WriteFeature(
        writer,
        geometry: () =>
        {
            writer.WriteStartObject();
            writer.WriteString("type", "Point");
            writer.WritePropertyName("coordinates");
            WritePosition(writer, point);
            writer.WriteEndObject();
        },
        properties);

    private static void WritePosition(Utf8JsonWriter writer, GeoPoint point)
    {
        writer.WriteStartArray();
        // Six decimals are a decimetre.
        writer.WriteNumberValue(Math.Round(point.Longitude, 6));
        writer.WriteNumberValue(Math.Round(point.Latitude, 6));
        writer.WriteEndArray();
    }

    private static void WriteFeature(Utf8JsonWriter writer, Action geometry, Action properties)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "Feature");
        writer.WriteStartObject("properties");
        properties();
        writer.WriteEndObject();
        writer.WritePropertyName("geometry");
        geometry();
        writer.WriteEndObject();
    }
}
