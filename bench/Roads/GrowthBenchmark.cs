using System.Globalization;
using Territory.Model.Travel;
using Territory.Roads.Hierarchy;
using Territory.Roads.Matrices;
using Territory.Roads.Profiles;
using Territory.Roads.Turns;

namespace Territory.Roads.Benchmarks;

/// <summary>How preparation, memory and searches grow with the network: copies of Malta side by side, joined by roads of our own making (synthetic).</summary>
internal static class GrowthBenchmark
{
    public static void Run(Extracts extracts)
    {
        Console.WriteLine("| copies of Malta (synthetic) | arcs by car | turns, order s | shortcuts s | customisation ms | bytes an arc | shortcuts an arc | 1,000 x 1,000 ms | point to point µs |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var (columns, rows) in (ReadOnlySpan<(int, int)>)[(1, 1), (2, 1), (2, 2), (3, 3)])
        {
            var network = new Tiling(extracts.Malta, columns, rows).Build();
            var points = Tiling.Spread(extracts.MaltaPoints, extracts.Malta.Bounds, columns, rows);
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var times = ModeRoads.TimesOf(network.Tables, TravelProfile.Car, RoadConditions.None);
            var (graph, ordering) = Timing.Of(() => TurnGraphBuilder.Build(network.Tables, TravelProfile.Car, times));
            times = default;
            var (topology, contracting) = Timing.Of(() => HierarchyTopology.Build(graph));
            var hierarchy = new RoadHierarchy(graph, topology);
            var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
            var (_, customizing) = Timing.BestOf(3, () => HierarchyWeights.Customize(topology, graph));
            var builder = new TravelMatrixBuilder(network);
            network.Prepare(TravelMode.Car);
            var snapped = builder.Snap(points, TravelMode.Car);
            var (_, matrix) = Timing.BestOf(5, () => builder.Compute(snapped, snapped, TravelMode.Car));
            RoadPosition[] positions = [.. snapped.Select(point => RoadPosition.Of(network.Tables, graph, point))];
            var search = new PointSearch(hierarchy);
            var (_, pairs) = Timing.BestOf(3, () => positions.Index().Sum(pair => search.Cost(pair.Item, positions[((7 * pair.Index) + 13) % positions.Length]).Meters % 2));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {columns} x {rows} | {graph.VertexCount} | {ordering.ProcessorSeconds:F2} | {contracting.ProcessorSeconds:F2} | {customizing.ProcessorMilliseconds:F0} | {bytes / (double)graph.VertexCount:F0} | {(topology.Out.Count + topology.In.Count) / (double)graph.VertexCount:F2} | {matrix.ProcessorMilliseconds:F0} | {pairs.ProcessorMilliseconds * 1000 / positions.Length:F1} |"));
        }
    }
}
