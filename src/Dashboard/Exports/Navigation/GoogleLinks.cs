namespace Territory.Dashboard.Exports.Navigation;

/// <summary>Links to Google Maps, which takes WGS-84.</summary>
/// <remarks>Source: developers.google.com/maps/documentation/urls/get-started, directions.</remarks>
internal static class GoogleLinks
{
    /// <param name="stops">The destination is the last one.</param>
    public static string Directions(IReadOnlyList<NavigationStop> stops)
    {
        var link = $"https://www.google.com/maps/dir/?api=1&destination={Uri.EscapeDataString(Place(stops[^1]))}&travelmode=driving";
        return stops.Count == 1 ? link : link + $"&waypoints={LinkText.List(stops.Take(stops.Count - 1).Select(Place))}";
    }

    private static string Place(NavigationStop stop) => $"{LinkText.Latitude(stop.Location)},{LinkText.Longitude(stop.Location)}";
}
