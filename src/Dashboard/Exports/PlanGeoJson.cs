using System.Text;
using System.Text.Json;
using Territory.Model.Geography;
using Territory.Model.Plans;

namespace Territory.Dashboard.Exports;

/// <summary>A delivery plan as GeoJSON (RFC 7946): a line a trip on the roads, a point a stop.</summary>
internal static class PlanGeoJson
{
    public static string Of(DeliveryPlan plan, PlanParties parties)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("type", "FeatureCollection");
            writer.WriteStartArray("features");
            foreach (var route in plan.Routes)
            {
                foreach (var (trip, load) in route.Trips.Index())
                    WriteTrip(writer, plan, parties, route, trip, load);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void WriteTrip(Utf8JsonWriter writer, DeliveryPlan plan, PlanParties parties, DeliveryRoute route, int trip, DeliveryTrip load)
    {
        var line = parties.Geometry(route.Vehicle, trip);
        if (line.Count > 1)
        {
            StartFeature(writer, "LineString");
            writer.WriteStartArray();
            foreach (var point in line)
                WritePosition(writer, point);
            writer.WriteEndArray();
            StartProperties(writer, plan, parties, route, trip);
            writer.WriteNumber("meters", load.Distance.Meters);
            EndFeature(writer);
        }

        foreach (var (sequence, stop) in load.Stops.Index())
        {
            StartFeature(writer, "Point");
            WritePosition(writer, parties.Terminals[stop.Terminal].Location);
            StartProperties(writer, plan, parties, route, trip);
            writer.WriteNumber("sequence", sequence + 1);
            writer.WriteString("terminal", stop.Terminal.Value);
            writer.WriteString("name", parties.Terminals[stop.Terminal].Name);
            writer.WriteString("arrival", stop.Arrival.ToString());
            writer.WriteNumber("cases", stop.Load.Cases.Count);
            EndFeature(writer);
        }
    }

    private static void StartFeature(Utf8JsonWriter writer, string type)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "Feature");
        writer.WriteStartObject("geometry");
        writer.WriteString("type", type);
        writer.WritePropertyName("coordinates");
    }

    private static void StartProperties(Utf8JsonWriter writer, DeliveryPlan plan, PlanParties parties, DeliveryRoute route, int trip)
    {
        writer.WriteEndObject();
        writer.WriteStartObject("properties");
        writer.WriteString("distributor", plan.Distributor.Value);
        writer.WriteString("vehicle", route.Vehicle.Value);
        writer.WriteString("plate", parties.Vehicles[route.Vehicle].Plate);
        writer.WriteNumber("trip", trip + 1);
    }

    private static void EndFeature(Utf8JsonWriter writer)
    {
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WritePosition(Utf8JsonWriter writer, GeoPoint point)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(Math.Round(point.Longitude, 6));
        writer.WriteNumberValue(Math.Round(point.Latitude, 6));
        writer.WriteEndArray();
    }
}
