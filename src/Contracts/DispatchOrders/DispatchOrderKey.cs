using System.Globalization;
using Territory.Model.Ids;

namespace Territory.Contracts.DispatchOrders;

/// <summary>Names the dispatch order of a vehicle on a day.</summary>
public static class DispatchOrderKey
{
    public static string Of(VehicleId vehicle, DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{vehicle.Value}@{date:yyyy-MM-dd}");
}
