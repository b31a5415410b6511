using System.Text;
using System.Text.Json;
using Territory.Dashboard.Regions;
using Territory.Model.Plans;

namespace Territory.Dashboard.Exports;

/// <summary>A delivery plan as GeoJSON (RFC 7946): a line a trip on the roads, a point a stop.</summary>
internal static class PlanGeoJson
{
    public static string Of(DeliveryPlan plan, PlanParties parties) => Encoding.UTF8.GetString(GeoJson.Collection(writer =>
    {
        foreach (var route in plan.Routes)
        {
            foreach (var (trip, load) in route.Trips.Index())
                WriteTrip(writer, plan, parties, route, trip, load);
        }
    }));

    private static void WriteTrip(Utf8JsonWriter writer, DeliveryPlan plan, PlanParties parties, DeliveryRoute route, int trip, DeliveryTrip load)
    {
        var line = parties.Geometry(route.Vehicle, trip);
        if (line.Count > 1)
        {
            GeoJson.WriteLine(writer, line, () =>
            {
                WriteNames();
                writer.WriteNumber("meters", load.Distance.Meters);
            });
        }

        foreach (var (sequence, stop) in load.Stops.Index())
        {
            var terminal = parties.Terminals[stop.Terminal];
            GeoJson.WritePoint(writer, terminal.Location, () =>
            {
                WriteNames();
                writer.WriteNumber("sequence", sequence + 1);
                writer.WriteString("terminal", stop.Terminal.Value);
                writer.WriteString("name", terminal.Name);
                writer.WriteString("arrival", stop.Arrival.ToString());
                writer.WriteNumber("cases", stop.Load.Cases.Count);
            });
        }

        void WriteNames()
        {
            writer.WriteString("distributor", plan.Distributor.Value);
            writer.WriteString("vehicle", route.Vehicle.Value);
            writer.WriteString("plate", parties.Vehicles[route.Vehicle].Plate);
            writer.WriteNumber("trip", trip + 1);
        }
    }
}
