using System.Text.Json;
using Territory.Contracts.Serialization;
using Territory.Model.Plans;

namespace Territory.Dashboard.Exports;

/// <summary>Writes a delivery plan as files: JSON as the API gives it, GeoJSON, CSV for spreadsheets, and one A4 sheet a vehicle.</summary>
public static class DeliveryPlanFiles
{
    /// <returns>The names of the files written.</returns>
    public static IReadOnlyList<string> Write(DeliveryPlan plan, PlanParties parties, string directory) => PlanFiles.Write(
        directory,
        $"deliveries-{plan.Distributor.Value}-{plan.Date:yyyy-MM-dd}-v{plan.Version}",
        JsonSerializer.Serialize(plan, EventJsonContext.Default.DeliveryPlan),
        PlanGeoJson.Of(plan, parties),
        DeliveryCsv.Of(plan, parties),
        DispatchSheet.Of(plan, parties));
}
