using System.Text;
using Territory.Dashboard.Regions;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Terminals;

namespace Territory.Dashboard.Exports.Maps;

/// <summary>A visit list as GeoJSON (RFC 7946): a point a call.</summary>
internal static class VisitGeoJson
{
    public static string Of(VisitPlan plan, IReadOnlyDictionary<TerminalId, TerminalFile> terminals) => Encoding.UTF8.GetString(GeoJson.Collection(writer =>
    {
        foreach (var (sequence, visit) in plan.Visits.Index())
        {
            var terminal = terminals[visit.Terminal];
            GeoJson.WritePoint(writer, terminal.Location, () =>
            {
                writer.WriteNumber("sequence", sequence + 1);
                writer.WriteString("terminal", terminal.Id.Value);
                writer.WriteString("name", terminal.Name);
                writer.WriteString("arrival", visit.Arrival.ToString());
            });
        }
    }));
}
