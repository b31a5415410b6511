using System.Text.Json;
using NetTopologySuite.Geometries;
using Territory.Model.Problems;
using Territory.Model.Travel;
using Territory.Roads.Files;
using Territory.Roads.Network;
using Territory.Roads.Osm;

namespace Territory.Roads.Zones;

/// <summary>Reads traffic zones from a GeoJSON FeatureCollection (RFC 7946), as any map editor writes it; docs/road-profiles.md has the properties.</summary>
public static class TrafficZoneFile
{
    private const string Code = "zones";
    private const long MaxBytes = 64 << 20;
    private const double MaxTonnes = 500;

    /// <summary>Properties that editors add for drawing (simplestyle-spec); they are passed over.</summary>
    private static readonly string[] Styles = ["stroke", "stroke-width", "stroke-opacity", "fill", "fill-opacity", "title", "description"];

    /// <exception cref="InvalidInputException">The file is missing or holds no zones; every problem is listed with its place.</exception>
    public static IReadOnlyList<TrafficZone> Read(string path) => Parse(JsonProblems.ReadText(path, Code, MaxBytes), path);

    /// <param name="file">The file as the user named it, for the problems.</param>
    public static IReadOnlyList<TrafficZone> Parse(string json, string file)
    {
        var problems = new JsonProblems(file, Code);
        using var document = problems.Parse(json);
        var root = new JsonPlace(document.RootElement, "$", problems);
        if (root.Required("type") is { } type && type.Text() is { Length: > 0 } and not "FeatureCollection")
            type.Refuse("type", "Give a GeoJSON FeatureCollection.");
        var zones = new List<TrafficZone>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (!root.IsObject)
            root.Refuse("kind", "Give a GeoJSON FeatureCollection.");
        foreach (var feature in root.Required("features")?.Items() ?? [])
        {
            if (Zone(feature) is not { } zone)
                continue;
            if (zone.Name.Length > 0 && !names.Add(zone.Name))
                feature.Optional("properties")?.Optional("name")?.Refuse("duplicate", "Each name may occur once.");
            zones.Add(zone);
        }

        problems.ThrowIfAny();
        return zones;
    }

    private static TrafficZone? Zone(JsonPlace feature)
    {
        var area = feature.Required("geometry") is { } geometry ? Area(geometry) : null;
        if (feature.Required("properties") is not { } properties || !properties.HasOnly(["name", "modes", "heavierThanTonnes", "hours", .. Styles]))
            return null;
        var name = properties.Required("name")?.Text() ?? "";
        var modes = TravelModes.None;
        foreach (var item in properties.Optional("modes")?.Items() ?? [])
            modes |= item.Name<TravelMode>()?.ToSet() ?? TravelModes.None;
        var tonnes = properties.Optional("heavierThanTonnes") is { IsNull: false } weight ? weight.Number(0, MaxTonnes) : 0;
        WeeklySchedule? hours = null;
        if (properties.Optional("hours") is { IsNull: false } times && times.Text() is { Length: > 0 } text)
        {
            hours = ConditionalTagParser.Schedule(text);
            if (hours is null)
                times.Refuse("hours", "Give weekly hours as in \"Mo-Fr 07:00-09:00,17:00-19:00\".");
        }

        return area is null
            ? null
            : new TrafficZone { Name = name, Area = area, Modes = modes, HeavierThanTenKilograms = (ushort)Math.Round(tonnes * 100), Hours = hours };
    }

    private static Geometry? Area(JsonPlace geometry)
    {
        if (geometry.Required("type")?.Text() is not { } type || geometry.Required("coordinates") is not { } coordinates)
            return null;
        var polygons = type switch
        {
            "Polygon" => [Polygon(coordinates)],
            "MultiPolygon" => coordinates.Items().Select(Polygon).ToArray(),
            _ => null,
        };
        if (polygons is null)
            geometry.Refuse("geometry", "Give a Polygon or a MultiPolygon.");
        if (polygons is null or [] || polygons.Contains(null))
            return null;
        Geometry area = polygons is [{ } single] ? single : new MultiPolygon([.. polygons.Select(polygon => polygon!)]);
        if (area.IsValid)
            return area;
        geometry.Refuse("geometry", "The border crosses itself, or a hole lies outside.");
        return null;
    }

    private static Polygon? Polygon(JsonPlace rings)
    {
        var linear = rings.Items().Select(Ring).ToArray();
        if (linear.Length > 0 && !linear.Contains(null))
            return new Polygon(linear[0], [.. linear.Skip(1).Select(ring => ring!)]);
        if (linear.Length == 0)
            rings.Refuse("geometry", "A polygon needs a ring.");
        return null;
    }

    private static LinearRing? Ring(JsonPlace ring)
    {
        Coordinate?[] points = [.. ring.Items().Select(Position)];
        if (points.Contains(null))
            return null;
        if (points.Length >= 4 && points[0]!.Equals2D(points[^1]!))
            return new LinearRing([.. points.Select(point => point!)]);
        ring.Refuse("geometry", "A ring needs at least four positions, the last one equal to the first.");
        return null;
    }

    /// <summary>Longitude and latitude; a third number, the height, is passed over.</summary>
    private static Coordinate? Position(JsonPlace position)
    {
        var items = position.Items().ToArray();
        if (items.Length is 2 or 3 && Degrees(items[0], 180) is { } longitude && Degrees(items[1], 90) is { } latitude)
            return new Coordinate(longitude, latitude);
        position.Refuse("position", "Give longitude and latitude in degrees (WGS-84).");
        return null;
    }

    private static double? Degrees(JsonPlace place, double limit) =>
        place.Element.ValueKind == JsonValueKind.Number && place.Element.TryGetDouble(out var value) && Math.Abs(value) <= limit ? value : null;
}
