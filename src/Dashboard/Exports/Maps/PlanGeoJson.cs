using System.Text;
using System.Text.Json;
using Territory.Dashboard.Regions;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Exports.Maps;

/// <summary>A delivery plan as GeoJSON (RFC 7946): a line a trip on the roads, a point a stop.</summary>
internal static class PlanGeoJson
{
    /// <param name="lineOf">The road line of a trip, by vehicle and trip number from 0; empty where roads are unknown.</param>
    public static string Of(PlannedDeliveries day, Func<VehicleId, int, IReadOnlyList<GeoPoint>> lineOf) => Encoding.UTF8.GetString(GeoJson.Collection(writer =>
    {
        foreach (var route in day.Plan.Routes)
        {
            foreach (var (trip, load) in route.Trips.Index())
                WriteTrip(writer, day, lineOf(route.Vehicle, trip), route, trip, load);
        }
    }));

    private static void WriteTrip(Utf8JsonWriter writer, PlannedDeliveries day, IReadOnlyList<GeoPoint> line, DeliveryRoute route, int trip, DeliveryTrip load)
    {
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
            var terminal = day.Terminals[stop.Terminal];
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
            writer.WriteString("distributor", day.Plan.Distributor.Value);
            writer.WriteString("vehicle", route.Vehicle.Value);
            writer.WriteString("plate", day.Vehicles[route.Vehicle].Plate);
            writer.WriteNumber("trip", trip + 1);
        }
    }
}
