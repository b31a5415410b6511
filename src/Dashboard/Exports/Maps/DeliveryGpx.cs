using System.Globalization;
using System.Text;
using System.Xml;
using Territory.Model.Geography;
using Territory.Model.Plans;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Exports.Maps;

/// <summary>A delivery plan as GPX 1.1: a route (rte) a trip, from the depot over its stops and back, with the stops' names.</summary>
/// <remarks>Source: the GPX 1.1 schema, topografix.com/GPX/1/1, which has WGS-84 and nothing else; the document says so, for readers in China.</remarks>
internal static class DeliveryGpx
{
    private const string Schema = "http://www.topografix.com/GPX/1/1";

    public static string Of(PlannedDeliveries day)
    {
        var text = new Utf8Writer();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true }))
        {
            xml.WriteStartElement("gpx", Schema);
            xml.WriteAttributeString("version", "1.1");
            xml.WriteAttributeString("creator", "Territory");
            xml.WriteStartElement("metadata");
            Write(xml, "name", $"{day.Distributor.Name} {day.Plan.Date:yyyy-MM-dd} v{day.Plan.Version}");
            Write(xml, "desc", "坐标系 WGS-84，未偏移。 Coordinates are WGS-84, unshifted.");
            xml.WriteEndElement();
            foreach (var route in day.Plan.Routes)
            {
                foreach (var (number, trip) in route.Trips.Index())
                    WriteTrip(xml, day, route, number, trip);
            }

            xml.WriteEndElement();
        }

        return text.ToString();
    }

    private static void WriteTrip(XmlWriter xml, PlannedDeliveries day, DeliveryRoute route, int number, DeliveryTrip trip)
    {
        xml.WriteStartElement("rte");
        Write(xml, "name", $"{day.Vehicles[route.Vehicle].Plate} · {number + 1}");
        Write(xml, "desc", string.Create(CultureInfo.InvariantCulture, $"{trip.Departure}–{trip.Return}, {trip.Load.Cases.Count} 箱 cases, {trip.Distance.Kilometers:0.0} km"));
        WritePoint(xml, day.Distributor.Depot, day.Distributor.Name, trip.Departure.ToString());
        foreach (var (sequence, stop) in trip.Stops.Index())
        {
            var terminal = day.Terminals[stop.Terminal];
            WritePoint(xml, terminal.Location, $"{sequence + 1} {terminal.Name}", $"{terminal.Id} {stop.Arrival} {terminal.Address}".TrimEnd());
        }

        WritePoint(xml, day.Distributor.Depot, day.Distributor.Name, trip.Return.ToString());
        xml.WriteEndElement();
    }

    private static void WritePoint(XmlWriter xml, GeoPoint point, string name, string description)
    {
        xml.WriteStartElement("rtept");
        xml.WriteAttributeString("lat", point.Latitude.ToString("0.######", CultureInfo.InvariantCulture));
        xml.WriteAttributeString("lon", point.Longitude.ToString("0.######", CultureInfo.InvariantCulture));
        Write(xml, "name", name);
        Write(xml, "desc", description);
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, string element, string text) => xml.WriteElementString(element, XmlText.Clean(text));

    // A string writer says UTF-16 in the document's first line, whatever it is stored as.
    private sealed class Utf8Writer() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
