using System.Globalization;
using Territory.Model.Geography;

namespace Territory.Dashboard.Exports.Navigation;

/// <summary>Names and positions as they stand in a link.</summary>
internal static class LinkText
{
    /// <summary>A list of names or numbers, separated by |.</summary>
    public static string List(IEnumerable<string> values) => Uri.EscapeDataString(string.Join('|', values));

    /// <summary>A name on its own; a comma or bar in it would end it, so it becomes a blank.</summary>
    public static string Name(string name) => Uri.EscapeDataString(Plain(name));

    public static string Plain(string name) => name.Replace(',', ' ').Replace('|', ' ');

    public static string Longitude(GeoPoint point) => Degrees(point.Longitude);

    public static string Latitude(GeoPoint point) => Degrees(point.Latitude);

    // Six decimals are a decimetre, and the most that AMap and Baidu take.
    private static string Degrees(double value) => value.ToString("0.000000", CultureInfo.InvariantCulture);
}
