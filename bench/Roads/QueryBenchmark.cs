using System.Globalization;
using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Hierarchy;
using Territory.Roads.Matrices;
using Territory.Roads.Network;
using Territory.Roads.Profiles;
using Territory.Roads.Routes;
using Territory.Roads.Search;
using Territory.Roads.Turns;

namespace Territory.Roads.Benchmarks;

/// <summary>Matrices, points, routes and changed roads on Malta, and the same matrix by plain Dijkstra in the same run.</summary>
internal static class QueryBenchmark
{
    private const int DijkstraSources = 100;
    private const int Pairs = 1000;

    public static void Run(Extracts extracts)
    {
        var network = extracts.Malta;
        var points = extracts.MaltaPoints;
        Console.WriteLine("| Malta, one thread, processor time | car | van | motorbike | foot |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        var columns = Enum.GetValues<TravelMode>().Select(mode => Measure(network, points, mode)).ToList();
        for (var row = 0; row < columns[0].Count; row++)
            Console.WriteLine($"| {columns[0][row].What} | {string.Join(" | ", columns.Select(column => column[row].Figure))} |");
        Console.WriteLine();
        Large(network, points);
    }

    private static List<(string What, string Figure)> Measure(RoadNetwork network, GeoPoint[] points, TravelMode mode)
    {
        var rows = new List<(string, string)>();
        network.Prepare(mode);
        var hierarchy = network.HierarchyFor(mode);
        var builder = new TravelMatrixBuilder(network);
        var (matrix, whole) = Timing.BestOf(7, () => builder.Compute(points, mode));
        var (snapped, snapping) = Timing.BestOf(7, () => builder.Snap(points, mode));
        RoadPosition[] positions = [.. snapped.Select(point => RoadPosition.Of(network.Tables, hierarchy.Graph, point))];
        var (wrong, dijkstra) = Timing.Of(() => Compare(hierarchy, positions, matrix));
        var dijkstraWhole = dijkstra.ProcessorMilliseconds * points.Length / DijkstraSources;
        rows.Add(("arcs, turns, shortcuts", $"{hierarchy.Graph.VertexCount}, {hierarchy.Graph.TurnCount}, {hierarchy.Topology.Out.Count + hierarchy.Topology.In.Count}"));
        rows.Add(("1,000 x 1,000 seconds and metres, snapping included, ms", Text(whole.ProcessorMilliseconds)));
        rows.Add(("of which snapping, ms", Text(snapping.ProcessorMilliseconds)));
        rows.Add(($"plain Dijkstra with turns, {DijkstraSources} of the sources, ms for all 1,000", Text(dijkstraWhole)));
        rows.Add(("ratio", $"{dijkstraWhole / whole.ProcessorMilliseconds:F0}"));
        rows.Add(("cells that differ from Dijkstra's", wrong.ToString(CultureInfo.InvariantCulture)));
        var search = new PointSearch(hierarchy);
        var (_, costs) = Timing.BestOf(5, () => SumOfPairs(positions, (a, b) => search.Cost(a, b).Seconds));
        var (_, paths) = Timing.BestOf(5, () => SumOfPairs(positions, (a, b) => search.Path(a, b)?.Vertices.Count ?? 0));
        rows.Add(("point to point, microseconds", Text(costs.ProcessorMilliseconds)));
        rows.Add(("with the path's arcs, microseconds", Text(paths.ProcessorMilliseconds)));
        var (_, customize) = Timing.BestOf(7, () => HierarchyWeights.Customize(hierarchy.Topology, hierarchy.Graph));
        rows.Add(("customisation, ms", Text(customize.ProcessorMilliseconds)));
        var closed = hierarchy.Graph.Arcs[^1] >> 1;
        var (_, closing) = Timing.BestOf(5, () => network.With(RoadConditions.On(
            network, [], closures: [new AccessRule(closed, SegmentDirections.Both, TravelModes.All, Allows: false, 0, null)])).HierarchyFor(mode));
        rows.Add(("a road closed, until the next request is served, ms", Text(closing.ProcessorMilliseconds)));
        var square = builder.Compute(points, mode);
        var (_, refresh) = Timing.BestOf(5, () => builder.Refresh(square, points, 17, mode));
        rows.Add(("one row and column of that matrix anew, ms", Text(refresh.ProcessorMilliseconds)));
        var finder = new RouteFinder(network);
        var (_, route) = Timing.BestOf(5, () => finder.RouteThrough(points[..50], mode));
        rows.Add(("route through 50 places with its polyline, ms", Text(route.ProcessorMilliseconds)));
        return rows;
    }

    private static void Large(RoadNetwork network, GeoPoint[] points)
    {
        Console.WriteLine("| points (near the outlets), car | one thread ms | two threads, wall ms |");
        Console.WriteLine("| --- | --- | --- |");
        foreach (var count in (ReadOnlySpan<int>)[500, 1000, 2000, 5000])
        {
            var near = Extracts.Near(points, count, seed: 1);
            var (_, one) = Timing.BestOf(3, () => new TravelMatrixBuilder(network).Compute(near, TravelMode.Car));
            var (_, two) = Timing.BestOf(3, () => new TravelMatrixBuilder(network, threads: 2).Compute(near, TravelMode.Car));
            Console.WriteLine($"| {count} x {count} | {Text(one.ProcessorMilliseconds)} | {Text(two.Milliseconds)} |");
        }
    }

    private static int Compare(RoadHierarchy hierarchy, RoadPosition[] positions, TravelMatrix matrix)
    {
        var search = new TurnSearch(hierarchy.Graph);
        var wrong = 0;
        for (var row = 0; row < positions.Length; row += positions.Length / DijkstraSources)
        {
            search.Run(positions[row]);
            for (var column = 0; column < positions.Length; column++)
            {
                var cost = row == column ? default : search.CostTo(positions[row], positions[column]);
                var cell = (row * matrix.Size) + column;
                if (cost.IsReached ? matrix.Seconds[cell] != cost.Seconds || matrix.Meters[cell] != cost.Meters : matrix.Seconds[cell] != TravelMatrix.Unreachable)
                    wrong++;
            }
        }

        return wrong;
    }

    /// <summary>So many pairs that milliseconds for all are microseconds for one.</summary>
    private static long SumOfPairs(RoadPosition[] positions, Func<RoadPosition, RoadPosition, long> figure)
    {
        var sum = 0L;
        for (var i = 0; i < Pairs; i++)
            sum += figure(positions[i % positions.Length], positions[((7 * i) + 13) % positions.Length]);
        return sum;
    }

    private static string Text(double value) => value.ToString(value < 100 ? "F1" : "F0", CultureInfo.InvariantCulture);
}
