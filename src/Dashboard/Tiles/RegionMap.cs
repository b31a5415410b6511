using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using Territory.Roads.Map;
using Territory.Roads.Network;

namespace Territory.Dashboard.Tiles;

/// <summary>A region's base map, ready to be cut into tiles: roads, water, green, built-up land and places.</summary>
/// <remarks>Shape: everything projected once and in an index of boxes. Memory: 16 bytes a point.</remarks>
internal sealed class RegionMap
{
    private readonly STRtree<Road> _roads = new();
    private readonly STRtree<Feature> _features = new();

    public RegionMap(RoadNetwork network)
    {
        foreach (var geometry in network.RoadGeometries())
        {
            var path = new MercatorPath(geometry.Polyline);
            _roads.Insert(BoxOf(path), new Road(geometry.Class, geometry.Name, geometry.IsBridge, path));
        }

        foreach (var feature in network.MapFeatures)
        {
            var parts = feature.Parts.Select(part => new MercatorPath(part)).ToList();
            if (parts.Count == 0)
                continue;
            var box = new Envelope();
            foreach (var part in parts)
                box.ExpandToInclude(BoxOf(part));
            _features.Insert(box, new Feature(feature, parts, [.. feature.Holes.Select(hole => new MercatorPath(hole))]));
        }

        _roads.Build();
        _features.Build();
    }

    /// <summary>The tile; empty when nothing lies in it. Safe to call from several threads.</summary>
    public byte[] Draw(TileAddress tile)
    {
        var margin = tile.Side * TileClipping.Margin / VectorTileLayer.Extent;
        var box = new Envelope((tile.X * tile.Side) - margin, ((tile.X + 1) * tile.Side) + margin, (tile.Y * tile.Side) - margin, ((tile.Y + 1) * tile.Side) + margin);
        var features = _features.Query(box).Where(feature => tile.Zoom >= MapZoom.From(feature.Source)).ToList();
        return VectorTileLayer.Encode(
            Areas("built", tile, features.Where(feature => feature.Source.Kind == MapFeatureKind.BuiltUpArea)),
            Areas("green", tile, features.Where(feature => feature.Source.Kind == MapFeatureKind.GreenArea)),
            Water(tile, features),
            Roads(tile, _roads.Query(box).Where(road => tile.Zoom >= MapZoom.From(road.Class))),
            Places(tile, features.Where(feature => feature.Source.Kind == MapFeatureKind.Place)));
    }

    private static VectorTileLayer Areas(string name, TileAddress tile, IEnumerable<Feature> areas)
    {
        var layer = new VectorTileLayer(name);
        foreach (var area in areas)
            AddArea(layer, tile, area, []);
        return layer;
    }

    private static VectorTileLayer Water(TileAddress tile, List<Feature> features)
    {
        var layer = new VectorTileLayer("water");
        foreach (var feature in features)
        {
            switch (feature.Source.Kind)
            {
                case MapFeatureKind.WaterArea:
                    AddArea(layer, tile, feature, [("kind", "area"), ("name", feature.Source.Name)]);
                    break;
                case MapFeatureKind.WaterLine or MapFeatureKind.Coastline:
                    var geometry = new TileGeometry();
                    foreach (var part in feature.Parts)
                        TileClipping.Line(part.In(tile, MapZoom.ToleranceUnits)).ForEach(geometry.AddLine);
                    layer.Add(
                        TileGeometryType.Line, geometry,
                        ("kind", feature.Source.Kind == MapFeatureKind.WaterLine ? "line" : "coast"), ("name", feature.Source.Name));
                    break;
            }
        }

        return layer;
    }

    private static VectorTileLayer Roads(TileAddress tile, IEnumerable<Road> roads)
    {
        var layer = new VectorTileLayer("roads");
        var named = tile.Zoom >= MapZoom.StreetNames;
        var groups = roads
            .GroupBy(road => (road.Class, Name: named ? road.Name : null, road.IsBridge))
            .OrderByDescending(group => group.Key.Class).ThenBy(group => group.Key.IsBridge).ThenBy(group => group.Key.Name, StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var lines = group.SelectMany(road => TileClipping.Line(road.Path.In(tile, MapZoom.ToleranceUnits))).ToList();
            var geometry = new TileGeometry();
            foreach (var line in LineJoining.Join(lines))
                geometry.AddLine(line);
            layer.Add(TileGeometryType.Line, geometry, ("class", ClassName(group.Key.Class)), ("name", group.Key.Name), ("bridge", group.Key.IsBridge ? true : null));
        }

        return layer;
    }

    private static VectorTileLayer Places(TileAddress tile, IEnumerable<Feature> places)
    {
        var layer = new VectorTileLayer("places");
        foreach (var place in places.OrderBy(place => place.Source.Rank).ThenBy(place => place.Source.Name, StringComparer.Ordinal))
        {
            var point = place.Parts[0].In(tile, 0)[0];
            // A label belongs to one tile, or it would be drawn twice.
            if (!TileClipping.Contains(point))
                continue;
            var geometry = new TileGeometry();
            geometry.AddPoint(TileClipping.Round(point));
            layer.Add(TileGeometryType.Point, geometry, ("name", place.Source.Name), ("nameEn", place.Source.NameEn), ("rank", place.Source.Rank));
        }

        return layer;
    }

    private static void AddArea(VectorTileLayer layer, TileAddress tile, Feature area, ReadOnlySpan<(string Key, object? Value)> properties)
    {
        var geometry = new TileGeometry();
        foreach (var part in area.Parts)
        {
            var outer = TileClipping.Ring(part.In(tile, MapZoom.ToleranceUnits));
            if (outer.Count < 3 || Math.Abs(TileGeometry.DoubledArea(outer)) < 2 * MapZoom.LeastAreaUnits || !geometry.AddRing(outer, isHole: false))
                continue;
            foreach (var hole in area.Holes.Where(hole => IsWithin(hole, part)))
            {
                var inner = TileClipping.Ring(hole.In(tile, MapZoom.ToleranceUnits));
                if (inner.Count >= 3 && Math.Abs(TileGeometry.DoubledArea(inner)) >= 2 * MapZoom.LeastAreaUnits)
                    geometry.AddRing(inner, isHole: true);
            }
        }

        layer.Add(TileGeometryType.Polygon, geometry, properties);
    }

    // Rings of one area do not cross, so a hole belongs to the part whose box holds the hole's.
    private static bool IsWithin(MercatorPath hole, MercatorPath part) =>
        hole.West >= part.West && hole.East <= part.East && hole.North >= part.North && hole.South <= part.South;

    private static Envelope BoxOf(MercatorPath path) => new(path.West, path.East, path.North, path.South);

    private static string ClassName(RoadClass road) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(road.ToString());

    private sealed record Road(RoadClass Class, string? Name, bool IsBridge, MercatorPath Path);

    private sealed record Feature(MapFeature Source, IReadOnlyList<MercatorPath> Parts, IReadOnlyList<MercatorPath> Holes);
}
