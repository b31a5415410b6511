using System.Text.Json.Nodes;

namespace Territory.Simulation.Lab.FieldCosts;

/// <summary>The laws by which a region's roads are computed as JSON, with what they are wrong by on days they were not fitted to.</summary>
public static class FieldCostReport
{
    private const int Decimals = 6;

    public static JsonObject Of(string region, FieldCostFits fits) => new()
    {
        ["region"] = region,
        ["visitMinutes"] = Law(fits.VisitMinutes),
        ["visitKilometers"] = Law(fits.VisitKilometers),
        ["deliveryMinutes"] = Law(fits.DeliveryMinutes),
        ["deliveryKilometers"] = Law(fits.DeliveryKilometers),
    };

    private static JsonObject Law(FieldCostFit fit) => new()
    {
        ["haul"] = Number(fit.Law.Haul),
        ["local"] = Number(fit.Law.Local),
        ["perStop"] = Number(fit.Law.PerStop),
        ["fittedDays"] = fit.FittedDays,
        ["heldOutDays"] = fit.HeldOutDays,
        ["mape"] = Number(fit.Mape),
        ["worst"] = Number(fit.Worst),
        ["bias"] = Number(fit.Bias),
    };

    private static JsonNode? Number(double value) => double.IsFinite(value) ? JsonValue.Create(Math.Round(value, Decimals)) : null;
}
