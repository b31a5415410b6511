using Territory.Model.Geography;
using Territory.Roads.Network;

namespace Territory.Roads.Tests.Fixtures;

/// <summary>A small network drawn in metres east and north of a point on the equator, where a degree is as long either way.</summary>
internal sealed class Drawing
{
    private const double MetersPerDegree = 6_371_008.8 * Math.PI / 180;

    private readonly RoadNetworkBuilder builder = new();
    private readonly Dictionary<(double, double), int> nodes = [];

    public bool DrivesOnLeft
    {
        init => builder.DrivesOnLeft = value;
    }

    public static GeoPoint At(double east, double north) => new(10 + (east / MetersPerDegree), north / MetersPerDegree);

    public Drawing Road(string? name, RoadClass roadClass, params (double East, double North)[] points) => Way(new RoadWay { Nodes = [], Class = roadClass, Name = name }, points);

    public Drawing OneWay(string? name, RoadClass roadClass, params (double East, double North)[] points) =>
        Way(new RoadWay { Nodes = [], Class = roadClass, Name = name, Direction = WayDirection.Forward }, points);

    public Drawing Way(RoadWay way, params (double East, double North)[] points)
    {
        builder.AddWay(way with { Nodes = [.. points.Select(Node)] });
        return this;
    }

    public RoadNetwork Build() => builder.Build();

    private int Node((double East, double North) point)
    {
        if (!nodes.TryGetValue(point, out var node))
            nodes.Add(point, node = builder.AddNode(At(point.East, point.North)));
        return node;
    }
}
