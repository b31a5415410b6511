using Territory.Dashboard.Exports.Navigation;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Regions;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Field;

/// <summary>A driver's day with the addresses that open navigation apps at its stops, so that they are on the phone when the network is not.</summary>
internal sealed record DriverDayAnswer(
    VehicleId Vehicle, DateOnly Date, DeliveryPlan? Plan, IReadOnlyList<DriverTrip> Trips, IReadOnlyList<TakenOffStop> TakenOff, IReadOnlyDictionary<string, StopNavigation> Navigation)
{
    public static DriverDayAnswer Of(DriverDay day, Region region)
    {
        var isShifted = NavigationLinks.IsShifted(region);
        var stops = day.Trips.SelectMany(trip => trip.Stops).DistinctBy(stop => stop.Terminal);
        return new DriverDayAnswer(
            day.Vehicle, day.Date, day.Plan, day.Trips, day.TakenOff, stops.ToDictionary(stop => stop.Terminal.Value, stop => StopNavigation.To(stop, isShifted), StringComparer.Ordinal));
    }
}

/// <summary>One address for each app.</summary>
internal sealed record StopNavigation(string Amap, string Baidu, string Google, string Apple)
{
    public static StopNavigation To(DriverStop stop, bool isShifted)
    {
        var links = NavigationLinks.Over([new NavigationStop(stop.Name, new GeoPoint(stop.Lon, stop.Lat))], isShifted);
        return new StopNavigation(links.AmapWeb ?? links.AmapAndroid, links.Baidu, links.Google, links.Apple);
    }
}
