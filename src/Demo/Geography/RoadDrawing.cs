using Territory.Model.Geography;
using Territory.Roads.Network;

namespace Territory.Demo.Geography;

/// <summary>Draws roads in plane metres into a <see cref="RoadNetworkBuilder"/>; corners given twice are the same node.</summary>
internal sealed class RoadDrawing(GeoPoint origin)
{
    private readonly Dictionary<PlanePoint, int> nodes = [];

    public RoadNetworkBuilder Builder { get; } = new();

    public int Node(PlanePoint point)
    {
        if (!nodes.TryGetValue(point, out var node))
        {
            node = Builder.AddNode(point.ToGeo(origin));
            nodes.Add(point, node);
        }

        return node;
    }

    public void Road(RoadClass roadClass, string? name, params IReadOnlyList<PlanePoint> points) => Draw(roadClass, name, points, WayDirection.Both, bridge: false);

    public void OneWay(RoadClass roadClass, string? name, params IReadOnlyList<PlanePoint> points) => Draw(roadClass, name, points, WayDirection.Forward, bridge: false);

    public void Bridge(RoadClass roadClass, string name, params IReadOnlyList<PlanePoint> points) => Draw(roadClass, name, points, WayDirection.Both, bridge: true);

    private void Draw(RoadClass roadClass, string? name, IReadOnlyList<PlanePoint> points, WayDirection direction, bool bridge) =>
        Builder.AddWay(new RoadWay
        {
            Nodes = [.. points.Select(Node)],
            Class = roadClass,
            Name = name,
            Direction = direction,
            IsBridge = bridge,
        });
}
