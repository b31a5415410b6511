using Territory.Model.Geography;
using Territory.Roads.Map;
using Territory.Roads.Network;

namespace Territory.Dashboard.Tests.Tiles;

/// <summary>A small map about 115.4 E, 31.8 N with one of everything that a tile shows.</summary>
internal static class SampleRoads
{
    public static RoadNetwork Build()
    {
        var builder = new RoadNetworkBuilder();
        var nodes = new[] { (115.39, 31.804), (115.40, 31.804), (115.41, 31.804), (115.42, 31.804), (115.40, 31.81) }
            .Select(place => builder.AddNode(new GeoPoint(place.Item1, place.Item2))).ToArray();
        builder.AddWay(new RoadWay { Nodes = [nodes[0], nodes[1], nodes[2]], Class = RoadClass.Primary, Name = "人民路" });
        builder.AddWay(new RoadWay { Nodes = [nodes[2], nodes[3]], Class = RoadClass.Primary, Name = "人民路", IsBridge = true });
        builder.AddWay(new RoadWay { Nodes = [nodes[1], nodes[4]], Class = RoadClass.Residential, Name = "学府路" });
        builder.AddFeature(new MapFeature
        {
            Kind = MapFeatureKind.WaterArea,
            Name = "东湖",
            Parts = [Square(115.41, 31.81, 0.008)],
            Holes = [Square(115.412, 31.812, 0.002)],
        });
        builder.AddFeature(MapFeature.Line(MapFeatureKind.WaterLine, [new GeoPoint(115.38, 31.8055), new GeoPoint(115.43, 31.8055)], "清河"));
        builder.AddFeature(MapFeature.Area(MapFeatureKind.GreenArea, Square(115.401, 31.806, 0.003)));
        builder.AddFeature(MapFeature.Place(new GeoPoint(115.405, 31.805), "县城", 3, "County seat"));
        return builder.Build();
    }

    /// <summary>A closed square with its lower left corner at the place.</summary>
    private static GeoPoint[] Square(double west, double south, double side) =>
    [
        new(west, south), new(west + side, south), new(west + side, south + side), new(west, south + side), new(west, south),
    ];
}
