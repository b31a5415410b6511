using System.Text;
using System.Text.Json;
using Territory.Contracts.Serialization;
using Territory.Model.Plans;

namespace Territory.Dashboard.Exports;

/// <summary>Writes a delivery plan as files: JSON as the API gives it, GeoJSON, CSV for spreadsheets, and one A4 sheet a vehicle.</summary>
public static class DeliveryPlanFiles
{
    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    /// <returns>The names of the files written.</returns>
    public static IReadOnlyList<string> Write(DeliveryPlan plan, PlanParties parties, string directory)
    {
        Directory.CreateDirectory(directory);
        var stem = $"deliveries-{plan.Distributor.Value}-{plan.Date:yyyy-MM-dd}-v{plan.Version}";
        var files = new List<string>();
        Save(".json", JsonSerializer.Serialize(plan, EventJsonContext.Default.DeliveryPlan), Encoding.UTF8);
        Save(".geojson", PlanGeoJson.Of(plan, parties), Encoding.UTF8);
        // Excel reads a CSV as UTF-8 only behind a byte order mark.
        Save(".csv", DeliveryCsv.Of(plan, parties), WithMark);
        Save(".html", DispatchSheet.Of(plan, parties), Encoding.UTF8);
        return files;

        void Save(string ending, string content, Encoding encoding)
        {
            var path = Path.Combine(directory, stem + ending);
            File.WriteAllText(path + ".partial", content, encoding);
            File.Move(path + ".partial", path, overwrite: true);
            files.Add(path);
        }
    }
}
