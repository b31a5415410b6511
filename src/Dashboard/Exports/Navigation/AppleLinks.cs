using Territory.Model.Geography;

namespace Territory.Dashboard.Exports.Navigation;

/// <summary>Links to Apple Maps, whose map of mainland China is in GCJ-02 and of everywhere else in WGS-84.</summary>
/// <remarks>Source: developer.apple.com, Unified Map URLs (iOS 18.4 and later) for several stops, Map Links for one.</remarks>
internal static class AppleLinks
{
    /// <param name="stops">The destination is the last one.</param>
    public static string Directions(IReadOnlyList<NavigationStop> stops, CoordinateSystem system)
    {
        if (stops.Count == 1)
            return $"https://maps.apple.com/?daddr={Place(stops[0], system)}&dirflg=d";
        var waypoints = string.Concat(stops.Take(stops.Count - 1).Select(stop => $"&waypoint={Place(stop, system)}"));
        return $"https://maps.apple.com/directions?destination={Place(stops[^1], system)}{waypoints}&mode=driving";
    }

    private static string Place(NavigationStop stop, CoordinateSystem system)
    {
        var point = ChineseDatum.FromWgs84(stop.Location, system);
        return Uri.EscapeDataString($"{LinkText.Latitude(point)},{LinkText.Longitude(point)}");
    }
}
