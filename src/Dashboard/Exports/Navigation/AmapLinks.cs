using Territory.Model.Geography;

namespace Territory.Dashboard.Exports.Navigation;

/// <summary>Links to AMap (高德地图), which takes GCJ-02, or WGS-84 when told so.</summary>
/// <remarks>
/// Source: lbs.amap.com/api/uri-api/guide/travel/route (web: one destination and at most one stop before it) and the app's own schemes
/// amapuri://route/plan (Android) and iosamap://path (iOS), which take several. The start is where the phone is.
/// </remarks>
internal static class AmapLinks
{
    private const string Source = "territory";

    public static string Web(NavigationStop stop, CoordinateSystem system)
    {
        var point = ChineseDatum.FromWgs84(stop.Location, system);
        return $"https://uri.amap.com/navigation?to={LinkText.Longitude(point)},{LinkText.Latitude(point)},{LinkText.Name(stop.Name)}"
            + $"&mode=car&src={Source}&coordinate={(system == CoordinateSystem.Wgs84 ? "wgs84" : "gaode")}&callnative=1";
    }

    /// <param name="stops">The destination is the last one.</param>
    public static string Android(IReadOnlyList<NavigationStop> stops, CoordinateSystem system) => $"amapuri://route/plan/?{Query(stops, system)}";

    /// <param name="stops">The destination is the last one.</param>
    public static string Ios(IReadOnlyList<NavigationStop> stops, CoordinateSystem system) => $"iosamap://path?{Query(stops, system)}";

    private static string Query(IReadOnlyList<NavigationStop> stops, CoordinateSystem system)
    {
        List<GeoPoint> points = [.. stops.Select(stop => ChineseDatum.FromWgs84(stop.Location, system))];
        // dev: whether the app has to shift the coordinates itself.
        var query = $"sourceApplication={Source}&dlat={LinkText.Latitude(points[^1])}&dlon={LinkText.Longitude(points[^1])}&dname={LinkText.Name(stops[^1].Name)}"
            + $"&dev={(system == CoordinateSystem.Wgs84 ? 1 : 0)}&t=0";
        if (stops.Count == 1)
            return query;
        points.RemoveAt(points.Count - 1);
        return query + $"&vian={points.Count}&vialons={LinkText.List(points.Select(LinkText.Longitude))}&vialats={LinkText.List(points.Select(LinkText.Latitude))}"
            + $"&vianames={LinkText.List(stops.Take(points.Count).Select(stop => LinkText.Plain(stop.Name)))}";
    }
}
