using System.Text;
using System.Text.Json;
using Territory.Model.Geography;

namespace Territory.Roads.Routes;

/// <summary>Writes a route as a GeoJSON FeatureCollection (RFC 7946): one LineString per leg with its seconds and metres.</summary>
/// <remarks>RFC 7946 knows WGS-84 only; a shifted system is for a Chinese base map whose reader expects it.</remarks>
public static class RouteGeoJson
{
    private const int CoordinateDecimals = 7;

    public static string Write(Route route, CoordinateSystem coordinates = CoordinateSystem.Wgs84)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            Write(route, writer, coordinates);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static void Write(Route route, Utf8JsonWriter writer, CoordinateSystem coordinates = CoordinateSystem.Wgs84)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "FeatureCollection");
        writer.WriteStartArray("features");
        for (var leg = 0; leg < route.Legs.Count; leg++)
            WriteLeg(route, leg, writer, coordinates);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteLeg(Route route, int leg, Utf8JsonWriter writer, CoordinateSystem coordinates)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "Feature");
        writer.WriteStartObject("properties");
        writer.WriteNumber("leg", leg);
        writer.WriteString("mode", route.Mode.ToString().ToLowerInvariant());
        writer.WriteNumber("seconds", route.Legs[leg].TravelTime.Seconds);
        writer.WriteNumber("meters", route.Legs[leg].Length.Meters);
        writer.WriteEndObject();
        writer.WriteStartObject("geometry");
        writer.WriteString("type", "LineString");
        writer.WriteStartArray("coordinates");
        var points = route.LegPolyline(leg);
        foreach (var point in points)
            WritePoint(ChineseDatum.FromWgs84(point, coordinates), writer);

        // A LineString needs two positions even where both stops are at the same place.
        if (points.Count == 1)
            WritePoint(ChineseDatum.FromWgs84(points[0], coordinates), writer);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WritePoint(GeoPoint point, Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(Math.Round(point.Longitude, CoordinateDecimals));
        writer.WriteNumberValue(Math.Round(point.Latitude, CoordinateDecimals));
        writer.WriteEndArray();
    }
}
