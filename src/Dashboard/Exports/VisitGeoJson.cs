using System.Text;
using System.Text.Json;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Terminals;

namespace Territory.Dashboard.Exports;

/// <summary>A visit list as GeoJSON (RFC 7946): a point a call.</summary>
internal static class VisitGeoJson
{
    public static string Of(VisitPlan plan, IReadOnlyDictionary<TerminalId, TerminalFile> terminals)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("type", "FeatureCollection");
            writer.WriteStartArray("features");
            foreach (var (sequence, visit) in plan.Visits.Index())
                Write(writer, sequence, visit, terminals[visit.Terminal]);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, int sequence, PlannedVisit visit, TerminalFile terminal)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "Feature");
        writer.WriteStartObject("geometry");
        writer.WriteString("type", "Point");
        writer.WriteStartArray("coordinates");
        writer.WriteNumberValue(terminal.Location.Longitude);
        writer.WriteNumberValue(terminal.Location.Latitude);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteStartObject("properties");
        writer.WriteNumber("sequence", sequence + 1);
        writer.WriteString("terminal", terminal.Id.Value);
        writer.WriteString("name", terminal.Name);
        writer.WriteString("arrival", visit.Arrival.ToString());
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
