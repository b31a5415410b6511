using Territory.Model.Geography;
using Territory.Roads.Network;

namespace Territory.Roads.Benchmarks;

/// <summary>Copies of a network side by side. Neighbours are joined by three roads, so that paths lead across; nothing of it is a real place.</summary>
internal sealed class Tiling(RoadNetwork network, int columns, int rows)
{
    private const int Joints = 3;
    private readonly RoadNetworkBuilder builder = new();

    public RoadNetwork Build()
    {
        var firstNode = new int[columns, rows];
        for (var column = 0; column < columns; column++)
        {
            for (var row = 0; row < rows; row++)
                firstNode[column, row] = Copy(column, row);
        }

        var byLongitude = Ends(point => point.Longitude);
        var byLatitude = Ends(point => point.Latitude);
        for (var column = 0; column < columns; column++)
        {
            for (var row = 0; row < rows; row++)
            {
                if (column + 1 < columns)
                    Join(firstNode[column, row], firstNode[column + 1, row], byLongitude);
                if (row + 1 < rows)
                    Join(firstNode[column, row], firstNode[column, row + 1], byLatitude);
            }
        }

        return builder.Build();
    }

    /// <summary>As many points as there are, dealt out over the copies.</summary>
    public static GeoPoint[] Spread(GeoPoint[] points, GeoBounds bounds, int columns, int rows) =>
        [.. points.Select((point, i) => Shifted(point, bounds, i % columns, i / columns % rows))];

    private static GeoPoint Shifted(GeoPoint point, GeoBounds bounds, int column, int row) =>
        new(point.Longitude + (column * (bounds.East - bounds.West)), point.Latitude + (row * (bounds.North - bounds.South)));

    private int Copy(int column, int row)
    {
        var first = builder.NodeCount;
        for (var node = 0; node < network.NodeCount; node++)
            builder.AddNode(Shifted(network.NodePoint(node), network.Bounds, column, row));
        for (var index = 0; index < network.SegmentCount; index++)
        {
            var segment = network.Segment(index);
            var motor = segment.Forward | segment.Backward;
            if (segment.Class == RoadClass.Ferry || motor == TravelModes.None)
                continue;
            builder.AddWay(new RoadWay
            {
                Nodes = [first + segment.FromNode, .. Between(index, column, row), first + segment.ToNode],
                Class = segment.Class,
                Access = motor,
                Direction = !segment.IsOneWay ? WayDirection.Both : segment.Forward.HasFlag(TravelModes.Car) ? WayDirection.Forward : WayDirection.Backward,
            });
        }

        return first;
    }

    private IEnumerable<int> Between(int segment, int column, int row)
    {
        var polyline = network.Polyline(segment);
        for (var i = 1; i < polyline.Count - 1; i++)
            yield return builder.AddNode(Shifted(polyline[i], network.Bounds, column, row));
    }

    /// <summary>Nodes on the car's network at both ends of an axis.</summary>
    private (int[] Low, int[] High) Ends(Func<GeoPoint, double> along)
    {
        int[] nodes = [.. Enumerable.Range(0, network.SegmentCount)
            .Where(segment => network.IsMain(segment, Model.Travel.TravelMode.Car))
            .Select(segment => network.Segment(segment).FromNode)
            .Distinct()
            .OrderBy(node => along(network.NodePoint(node)))];
        return (nodes[..Joints], nodes[^Joints..]);
    }

    private void Join(int first, int second, (int[] Low, int[] High) ends)
    {
        for (var i = 0; i < Joints; i++)
            builder.AddWay(new RoadWay { Nodes = [first + ends.High[i], second + ends.Low[i]], Class = RoadClass.Primary });
    }
}
