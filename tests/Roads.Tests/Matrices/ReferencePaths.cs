using Territory.Model.Travel;
using Territory.Roads.Network;
using Territory.Roads.Profiles;
using Territory.Roads.Snapping;

namespace Territory.Roads.Tests.Matrices;

/// <summary>
/// Floyd-Warshall in floating point over the public view of a network, points included as nodes of their own. It shares neither the search,
/// nor the integer costs, nor the treatment of positions on segments with the code under test.
/// </summary>
public sealed class ReferencePaths
{
    private const double SamePlaceMeters = 0.005;

    private readonly double[,] seconds;
    private readonly int firstPoint;

    public ReferencePaths(RoadNetwork network, IReadOnlyList<SnappedPoint?> points, TravelMode mode, Func<int, (double Forward, double Backward)> limits)
    {
        firstPoint = network.NodeCount;
        var size = firstPoint + points.Count;
        seconds = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
                seconds[i, j] = i == j ? 0 : double.PositiveInfinity;
        }

        for (var index = 0; index < network.SegmentCount; index++)
        {
            var segment = network.Segment(index);
            var stops = points.Select((point, i) => (Node: firstPoint + i, Point: point))
                .Where(stop => stop.Point?.Segment == index)
                .Select(stop => (stop.Node, stop.Point!.Value.Fraction))
                .Prepend((Node: segment.FromNode, Fraction: 0.0))
                .Append((Node: segment.ToNode, Fraction: 1.0))
                .OrderBy(stop => stop.Fraction)
                .ToArray();
            var (forwardLimit, backwardLimit) = limits(index);
            for (var i = 1; i < stops.Length; i++)
            {
                var meters = segment.LengthMeters * (stops[i].Fraction - stops[i - 1].Fraction);
                var profile = TravelProfile.For(mode);

                // Costs are whole centimetres: places nearer to each other than one are the same place, whichever of them lies ahead.
                if (meters < SamePlaceMeters && stops[i - 1].Node >= firstPoint && stops[i].Node >= firstPoint)
                {
                    Arc(stops[i - 1].Node, stops[i].Node, 0);
                    Arc(stops[i].Node, stops[i - 1].Node, 0);
                    continue;
                }

                if (segment.Forward.Includes(mode))
                    Arc(stops[i - 1].Node, stops[i].Node, meters / profile.SpeedKmh(segment.Class, forwardLimit) * 3.6);
                if (segment.Backward.Includes(mode))
                    Arc(stops[i].Node, stops[i - 1].Node, meters / profile.SpeedKmh(segment.Class, backwardLimit) * 3.6);
                if (meters == 0 && stops[i - 1].Node >= firstPoint && stops[i].Node >= firstPoint)
                {
                    // Two points put at one place are there already, whichever way the street may be driven.
                    Arc(stops[i - 1].Node, stops[i].Node, 0);
                    Arc(stops[i].Node, stops[i - 1].Node, 0);
                }
            }
        }

        for (var via = 0; via < size; via++)
        {
            for (var i = 0; i < size; i++)
            {
                for (var j = 0; j < size; j++)
                    seconds[i, j] = Math.Min(seconds[i, j], seconds[i, via] + seconds[via, j]);
            }
        }
    }

    public double Seconds(int fromPoint, int toPoint) => seconds[firstPoint + fromPoint, firstPoint + toPoint];

    private void Arc(int from, int to, double value) => seconds[from, to] = Math.Min(seconds[from, to], value);
}
