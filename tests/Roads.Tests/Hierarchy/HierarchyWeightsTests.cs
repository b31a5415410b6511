using Territory.Roads.Hierarchy;
using Territory.Roads.Search;
using Territory.Roads.Tests.Fixtures;
using Territory.Roads.Tests.Turns;
using Territory.Roads.Turns;

namespace Territory.Roads.Tests.Hierarchy;

public sealed class HierarchyWeightsTests
{
    /// <summary>
    /// There is a shortcut exactly where a way over lower vertices is, it costs what the best of them costs, and that is never less than the best way at all.
    /// </summary>
    [Fact]
    public void Customize_RandomNetworks_ShortcutsAreTheBestWaysOverLowerVertices()
    {
        for (var seed = 1; seed <= Draws.Of(150); seed++)
            CheckShortcuts(RandomTurns.Create(400_000 + seed).Hierarchy, $"seed {400_000 + seed}");
    }

    /// <summary>The topology of one set of times serves others, with roads closed: the same costs as from the beginning.</summary>
    [Fact]
    public void Customize_OtherTimesAndClosedRoads_EqualsAHierarchyMadeForThem()
    {
        for (var seed = 1; seed <= Draws.Of(150); seed++)
        {
            var given = RandomTurns.Create(500_000 + seed);
            var random = new Random(seed);
            var changed = With(given.Graph, [.. given.Graph.ArcCosts.Select(cost => random.Next(6) switch
            {
                0 => PathCost.Limit,
                1 => cost + PathCost.OfTime(random.Next(1, 90_000)),
                _ => cost,
            })]);

            var weights = HierarchyWeights.Customize(given.Hierarchy.Topology, changed);

            var anew = RoadHierarchy.Prepare(changed);
            weights.Out.ShouldBe(anew.Weights.Out, $"seed {500_000 + seed}");
            weights.In.ShouldBe(anew.Weights.In, $"seed {500_000 + seed}");
            CheckAgainstPlainSearch(given, anew);
        }
    }

    private static TurnGraph With(TurnGraph graph, long[] arcCosts) => new()
    {
        Arcs = graph.Arcs,
        ArcCosts = arcCosts,
        FirstTurn = graph.FirstTurn,
        TurnHeads = graph.TurnHeads,
        TurnSteps = graph.TurnSteps,
        TimedTurns = graph.TimedTurns,
        VertexOfArc = graph.VertexOfArc,
        RestrictedVertices = graph.RestrictedVertices,
        ComponentSizes = graph.ComponentSizes,
    };

    private static void CheckAgainstPlainSearch(RandomTurns given, RoadHierarchy hierarchy)
    {
        var positions = given.Places(4).Where(place => IsPassable(hierarchy.Graph, place.Segment))
            .Select(place => place.In(given.Network.Tables, hierarchy.Graph)).ToArray();
        var (plain, search) = (new TurnSearch(hierarchy.Graph), new PointSearch(hierarchy));
        foreach (var source in positions)
        {
            plain.Run(source);
            foreach (var target in positions)
                search.Cost(source, target).ShouldBe(plain.CostTo(source, target));
        }
    }

    private static bool IsPassable(TurnGraph graph, int segment) =>
        new[] { 2 * segment, (2 * segment) + 1 }.All(arc => graph.VertexOfArc[arc] < 0 || graph.ArcCosts[graph.VertexOfArc[arc]] < PathCost.Limit);

    private static void CheckShortcuts(RoadHierarchy hierarchy, string about)
    {
        var (topology, weights) = (hierarchy.Topology, hierarchy.Weights);
        var paths = new LowerPaths(hierarchy.Graph);
        for (var lower = 0; lower < topology.VertexCount; lower++)
        {
            var over = paths.From(lower, below: lower);
            var any = paths.From(lower);
            for (var upper = lower + 1; upper < topology.VertexCount; upper++)
            {
                var outward = topology.Out.Find(lower, upper);
                (outward >= 0 ? weights.Out[outward] : PathCost.Limit).ShouldBe(over[upper], $"{about}: {lower} up to {upper}");
                (outward >= 0).ShouldBe(over[upper] < PathCost.Limit, $"{about}: {lower} up to {upper}");
                over[upper].ShouldBeGreaterThanOrEqualTo(any[upper], about);
            }
        }

        for (var upper = 0; upper < topology.VertexCount; upper++)
        {
            for (var lower = 0; lower < upper; lower++)
            {
                var inward = topology.In.Find(lower, upper);
                (inward >= 0 ? weights.In[inward] : PathCost.Limit).ShouldBe(paths.From(upper, below: lower)[lower], $"{about}: {upper} down to {lower}");
            }
        }
    }
}
