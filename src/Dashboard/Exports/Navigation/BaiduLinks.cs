using Territory.Model.Geography;

namespace Territory.Dashboard.Exports.Navigation;

/// <summary>Links to Baidu Maps (百度地图), which name the system that their coordinates are in.</summary>
/// <remarks>Source: lbsyun.baidu.com, URI API, map/direction with viaPoints. The start is where the phone is.</remarks>
internal static class BaiduLinks
{
    /// <param name="stops">The destination is the last one.</param>
    public static string App(IReadOnlyList<NavigationStop> stops, CoordinateSystem system)
    {
        var link = $"baidumap://map/direction?destination={Uri.EscapeDataString(Place(stops[^1], system))}&coord_type={NameOf(system)}&mode=driving&src=territory.delivery";
        if (stops.Count == 1)
            return link;
        var points = string.Join(',', stops.Take(stops.Count - 1).Select(stop => Point(stop, system)));
        return link + $"&viaPoints={Uri.EscapeDataString($"{{\"viaPoints\":[{points}]}}")}";
    }

    private static string Place(NavigationStop stop, CoordinateSystem system)
    {
        var point = ChineseDatum.FromWgs84(stop.Location, system);
        return $"name:{LinkText.Plain(stop.Name)}|latlng:{LinkText.Latitude(point)},{LinkText.Longitude(point)}";
    }

    private static string Point(NavigationStop stop, CoordinateSystem system)
    {
        var point = ChineseDatum.FromWgs84(stop.Location, system);
        var name = stop.Name.Replace("\\", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal);
        return $"{{\"name\":\"{name}\",\"lat\":{LinkText.Latitude(point)},\"lng\":{LinkText.Longitude(point)}}}";
    }

    private static string NameOf(CoordinateSystem system) => system switch
    {
        CoordinateSystem.Bd09 => "bd09ll",
        CoordinateSystem.Gcj02 => "gcj02",
        CoordinateSystem.Wgs84 => "wgs84",
        _ => throw new ArgumentOutOfRangeException(nameof(system), system, "Unknown coordinate system."),
    };
}
