using Territory.Model.Travel;
using Territory.Roads.Hierarchy;
using Territory.Roads.Network;
using Territory.Roads.Osm;
using Territory.Roads.Search;
using Territory.Roads.Tests.Fixtures;
using Territory.Roads.Tests.Turns;
using Territory.Roads.Turns;

namespace Territory.Roads.Tests.Hierarchy;

/// <summary>On real maps the hierarchy must find what plain search finds on the same graph of turns, to the millisecond and the centimetre.</summary>
public sealed class RealExtractTests(MaltaExtract malta, ITestOutputHelper output)
{
    private const int Sources = 20;
    private const int Targets = 100;

    [Theory]
    [InlineData("malta-2018.osm.pbf")]
    [InlineData("monaco.osm.pbf")]
    [InlineData("beijing-haidian.osm.pbf")]
    [InlineData("shanghai-center-roads.osm.pbf")]
    public void Cost_RealExtract_AgreesWithPlainSearchInEachMode(string file)
    {
        var network = (file.StartsWith("malta", StringComparison.Ordinal) ? malta.Extract : OsmImporter.Import(SharedData.Roads(file))).Roads;
        foreach (var mode in Enum.GetValues<TravelMode>())
        {
            var hierarchy = network.HierarchyFor(mode);
            var (sources, targets) = Draw(network, hierarchy.Graph, (int)mode);
            var (plain, search) = (new TurnSearch(hierarchy.Graph), new PointSearch(hierarchy));
            var unreached = 0;
            foreach (var source in sources)
            {
                plain.Run(source);
                foreach (var target in targets)
                {
                    var expected = plain.CostTo(source, target);
                    search.Cost(source, target).ShouldBe(expected, $"{file} {mode}");
                    unreached += expected.IsReached ? 0 : 1;
                }

                var last = targets[^1];
                if (search.Path(source, last) is { } path && path.Vertices.Count > 1)
                    Sum(hierarchy.Graph, path.Vertices, source, last).ShouldBe(path.Cost, $"{file} {mode}");
            }

            output.WriteLine($"{file} {mode}: {sources.Length * targets.Length} pairs, {unreached} unreached");
            unreached.ShouldBe(0);
        }
    }

    /// <summary>Half of the targets lie on the sources' own segments, before and behind them.</summary>
    private static (RoadPosition[] Sources, RoadPosition[] Targets) Draw(RoadNetwork network, TurnGraph graph, int seed)
    {
        var random = new Random(seed);
        var segments = Enumerable.Range(0, network.SegmentCount).Where(graph.Contains).ToArray();
        var places = Enumerable.Range(0, Draws.Of(Sources)).Select(_ => new PlaceOnRoad(segments[random.Next(segments.Length)], random.NextDouble())).ToArray();
        var targets = Enumerable.Range(0, Targets)
            .Select(i => new PlaceOnRoad(i % 2 == 0 ? places[i / 2 % places.Length].Segment : segments[random.Next(segments.Length)], random.NextDouble()));
        return ([.. places.Select(place => place.In(network.Tables, graph))], [.. targets.Select(place => place.In(network.Tables, graph))]);
    }

    private static PathCost Sum(TurnGraph graph, List<int> vertices, in RoadPosition source, in RoadPosition target)
    {
        var sum = (graph.Arcs[vertices[0]] % 2 == 0 ? source.Along : source.Against).After;
        for (var i = 1; i < vertices.Count; i++)
            sum += new PathCost(PathCost.OfTime(graph.MillisecondsOfTurn(vertices[i - 1], vertices[i])) + graph.ArcCosts[vertices[i]]);
        return sum - (graph.Arcs[vertices[^1]] % 2 == 0 ? target.Along : target.Against).After;
    }
}
