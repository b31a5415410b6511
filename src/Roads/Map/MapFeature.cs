using Territory.Model.Geography;

namespace Territory.Roads.Map;

/// <summary>One area, line or named place for the map.</summary>
public sealed record MapFeature
{
    public required MapFeatureKind Kind { get; init; }

    /// <summary>An area's outer rings (closed, first equals last); a line's one polyline; a place's one point.</summary>
    public required IReadOnlyList<IReadOnlyList<GeoPoint>> Parts { get; init; }

    /// <summary>Holes of an area, closed rings; a renderer may fill by the even-odd rule over parts and holes.</summary>
    public IReadOnlyList<IReadOnlyList<GeoPoint>> Holes { get; init; } = [];

    public string? Name { get; init; }

    public string? NameEn { get; init; }

    /// <summary>For places: 1 a city of a million or more, 2 a city, 3 a town, 4 a suburb, 5 a village, 6 a quarter, 7 a hamlet; 0 for other features.</summary>
    public int Rank { get; init; }

    public static MapFeature Area(MapFeatureKind kind, IReadOnlyList<GeoPoint> ring, string? name = null) => new() { Kind = kind, Parts = [ring], Name = name };

    public static MapFeature Line(MapFeatureKind kind, IReadOnlyList<GeoPoint> line, string? name = null) => new() { Kind = kind, Parts = [line], Name = name };

    public static MapFeature Place(GeoPoint location, string name, int rank, string? nameEn = null) =>
        new() { Kind = MapFeatureKind.Place, Parts = [[location]], Name = name, NameEn = nameEn, Rank = rank };
}
