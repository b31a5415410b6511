using Territory.Model.Geography;
using Territory.Model.Regions;

namespace Territory.Dashboard.Exports.Navigation;

/// <summary>The same way in every app that a driver may have.</summary>
/// <param name="AmapWeb">Null for several stops, which AMap takes in its app alone.</param>
internal sealed record NavigationLinks(string? AmapWeb, string AmapAndroid, string AmapIos, string Baidu, string Google, string Apple)
{
    // Every IANA name of the mainland's zones, aliases included.
    private static readonly string[] MainlandZones = ["Asia/Shanghai", "Asia/Urumqi", "Asia/Chongqing", "Asia/Chungking", "Asia/Harbin", "Asia/Kashgar", "PRC"];

    /// <summary>From where the phone is over the stops in their order.</summary>
    /// <param name="isShifted">Whether they lie where Chinese maps are shifted: see <see cref="IsShifted"/>.</param>
    public static NavigationLinks Over(IReadOnlyList<NavigationStop> stops, bool isShifted)
    {
        var system = isShifted ? CoordinateSystem.Gcj02 : CoordinateSystem.Wgs84;
        return new NavigationLinks(
            stops.Count == 1 ? AmapLinks.Web(stops[0], system) : null,
            AmapLinks.Android(stops, system),
            AmapLinks.Ios(stops, system),
            BaiduLinks.App(stops, isShifted ? CoordinateSystem.Bd09 : CoordinateSystem.Wgs84),
            GoogleLinks.Directions(stops),
            AppleLinks.Directions(stops, system));
    }

    /// <summary>Maps of mainland China are shifted; a region keeps one time zone, which tells.</summary>
    public static bool IsShifted(Region region) => MainlandZones.Contains(region.TimeZone, StringComparer.Ordinal);
}
