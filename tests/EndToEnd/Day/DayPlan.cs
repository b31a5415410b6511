using System.Text.Json;

namespace Territory.EndToEnd.Day;

/// <summary>A version of a day's deliveries as the server tells it.</summary>
internal sealed class DayPlan(JsonElement plan)
{
    public int Version => plan.GetProperty("version").GetInt32();

    public bool HasBreaches => plan.GetProperty("breaches").GetArrayLength() > 0;

    public string Origin => plan.GetProperty("origin").GetProperty("kind").GetString()!;

    public int Unserved => plan.GetProperty("unserved").GetArrayLength();

    /// <summary>Minor units.</summary>
    public long Cost => plan.GetProperty("cost").GetInt64();

    /// <summary>Vehicles that have broken down.</summary>
    public IReadOnlyList<string> Outages => [.. plan.GetProperty("overrides").GetProperty("outages").EnumerateArray().Select(VehicleOf)];

    /// <summary>Orders that are on no vehicle, whatever the reason.</summary>
    public IReadOnlyList<string> Tray =>
        [.. plan.GetProperty("unserved").EnumerateArray().SelectMany(stop => stop.GetProperty("orders").EnumerateArray()).Select(order => order.GetString()!)];

    /// <summary>The first order of the stop in the tray that an order is part of: what else waits for the same outlet is one stop with it.</summary>
    public string TrayStopOf(string order) => plan.GetProperty("unserved").EnumerateArray()
        .Select(stop => stop.GetProperty("orders").EnumerateArray().Select(each => each.GetString()!).ToList()).Single(orders => orders.Contains(order))[0];

    /// <summary>Every order that the plan knows, on a vehicle or not.</summary>
    public IEnumerable<string> All =>
        Routes.SelectMany(route => route.GetProperty("trips").EnumerateArray()).SelectMany(trip => trip.GetProperty("stops").EnumerateArray())
            .SelectMany(stop => stop.GetProperty("orders").EnumerateArray()).Select(order => order.GetString()!).Concat(Tray);

    public double Distance => plan.GetProperty("distance").GetDouble();

    public IReadOnlyList<string> Vehicles => [.. Routes.Select(VehicleOf)];

    /// <summary>Orders whose stops are locked.</summary>
    public IReadOnlyList<string> Locked => Orders("stops");

    /// <summary>Orders that somebody has taken off the day.</summary>
    public IReadOnlyList<string> Held => Orders("held");

    private IEnumerable<JsonElement> Routes => plan.GetProperty("routes").EnumerateArray();

    /// <summary>The stops of a vehicle's day in their order, each by its first order.</summary>
    public IReadOnlyList<string> StopsOf(string vehicle) => [.. Routes.Where(route => VehicleOf(route) == vehicle).SelectMany(OrdersOf)];

    public int TripsOf(string vehicle) => Routes.Single(route => VehicleOf(route) == vehicle).GetProperty("trips").GetArrayLength();

    /// <summary>The vehicle on which an order's stop is; null where it is on none.</summary>
    public string? VehicleOf(string order) => Vehicles.FirstOrDefault(vehicle => StopsOf(vehicle).Contains(order));

    private static string VehicleOf(JsonElement route) => route.GetProperty("vehicle").GetString()!;

    private static IEnumerable<string> OrdersOf(JsonElement route) => route.GetProperty("trips").EnumerateArray()
        .SelectMany(trip => trip.GetProperty("stops").EnumerateArray())
        .Select(stop => stop.GetProperty("orders")[0].GetString()!);

    private IReadOnlyList<string> Orders(string overrides) =>
        [.. plan.GetProperty("overrides").GetProperty(overrides).EnumerateArray().Select(each => each.GetProperty("order").GetString()!)];
}
