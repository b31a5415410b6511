using System.Globalization;
using System.Text.Json;
using Territory.Contracts.Serialization;
using Territory.Dashboard.Exports.Maps;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Exports;

/// <summary>Writes a delivery plan into a folder: JSON as the API gives it, GeoJSON, and every one of <see cref="DeliveryFiles"/>.</summary>
public static class DeliveryPlanFiles
{
    /// <param name="lineOf">The road line of a trip, by vehicle and trip number from 0; empty where roads are unknown.</param>
    /// <param name="earlier">The version that was written before, whose stops may be gone; null: none.</param>
    /// <returns>The names of the files written.</returns>
    public static IReadOnlyList<string> Write(
        PlannedDeliveries day, PlannedDeliveries? earlier, Func<VehicleId, int, IReadOnlyList<GeoPoint>> lineOf, DeliveryFileOptions options, string directory)
    {
        List<PlanFile> files =
        [
            PlanFiles.Json(JsonSerializer.Serialize(day.Plan, EventJsonContext.Default.DeliveryPlan)),
            PlanFiles.GeoJson(PlanGeoJson.Of(day, lineOf)),
            .. DeliveryFiles.Names.Select(name => DeliveryFiles.Make(name, day, options)!),
        ];
        if (earlier is not null && DeliveryFiles.Cancelling(earlier, day, options) is { } cancelling)
            files.Add(cancelling);
        return PlanFiles.Write(directory, DeliveryFiles.StemOf(day), files);
    }

    /// <summary>The latest version before this one that stands in the folder; null where there is none that can be read.</summary>
    public static DeliveryPlan? FindEarlier(DeliveryPlan plan, string directory)
    {
        if (!Directory.Exists(directory))
            return null;
        var stem = $"deliveries-{plan.Distributor.Value}-{plan.Date:yyyy-MM-dd}-v";
        var earlier = Directory.EnumerateFiles(directory, "*.json").Select(path => Path.GetFileNameWithoutExtension(path))
            .Where(name => name.StartsWith(stem, StringComparison.Ordinal))
            .Select(name => int.TryParse(name.AsSpan(stem.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0)
            .Where(version => version < plan.Version).DefaultIfEmpty().Max();
        return earlier == 0 ? null : Read(Path.Combine(directory, $"{stem}{earlier}.json"));
    }

    // A file that is no plan has given nobody a calendar.
    private static DeliveryPlan? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), EventJsonContext.Default.DeliveryPlan);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
