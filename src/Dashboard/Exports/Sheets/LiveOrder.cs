using System.Globalization;
using Territory.Model.Ids;
using Territory.Model.Plans;

namespace Territory.Dashboard.Exports.Sheets;

/// <summary>Where a vehicle's order is followed while it is driven.</summary>
public static class LiveOrder
{
    /// <param name="origin">Scheme and host of the dashboard, for example https://territory.example.</param>
    public static string AddressOf(string origin, DeliveryPlan plan, VehicleId vehicle) =>
        $"{origin.TrimEnd('/')}/dispatch-orders/{plan.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}/{Uri.EscapeDataString(vehicle.Value)}";
}
