using System.Numerics;
using Territory.Roads.Hierarchy;
using Territory.Roads.Tests.Fixtures;

namespace Territory.Roads.Tests.Hierarchy;

public sealed class UnitFlowTests
{
    /// <summary>The oracle tries every assignment of the nodes in between.</summary>
    [Fact]
    public void Cut_TinyGraphs_IsTheLeastOfAllCuts()
    {
        for (var seed = 1; seed <= Draws.Of(400); seed++)
        {
            var random = new Random(seed);
            var nodes = random.Next(2, 10);
            var edges = Enumerable.Range(0, random.Next(3 * nodes)).Select(_ => (From: random.Next(nodes), To: random.Next(nodes)))
                .Where(edge => edge.From != edge.To).ToArray();
            var flow = FlowOf(nodes, edges);
            for (var again = 0; again < 3; again++)
            {
                // The first and the last node are fixed, others perhaps.
                var ends = Enumerable.Range(0, nodes).Select(node => (byte)(node == 0 ? 1 : node == nodes - 1 ? 2 : Math.Max(0, random.Next(-2, 3)))).ToArray();
                var least = Enumerable.Range(0, 1 << nodes)
                    .Select(chosen => Enumerable.Range(0, nodes).Select(node => (byte)(1 + ((chosen >> node) & 1))).ToArray())
                    .Where(sides => sides.Zip(ends).All(pair => pair.Second == 0 || pair.First == pair.Second))
                    .Min(sides => edges.Count(edge => sides[edge.From] != sides[edge.To]));

                var side = ends.ToArray();
                flow.Cut(side, int.MaxValue).ShouldBe(least, $"seed {seed}");
                side.Zip(ends).ShouldAllBe(pair => pair.First == pair.Second || (pair.Second == 0 && BitOperations.IsPow2(pair.First)));
                edges.Count(edge => side[edge.From] != side[edge.To]).ShouldBe(least, $"seed {seed}: the sides make that cut");
                flow.Cut(ends.ToArray(), least).ShouldBe(least);
                if (least > 0)
                    flow.Cut(ends.ToArray(), least - 1).ShouldBeNull();
            }
        }
    }

    private static UnitFlow FlowOf(int nodes, (int From, int To)[] edges)
    {
        var entries = edges.SelectMany((edge, i) => new[] { (Node: edge.From, Head: edge.To, Entry: 2 * i), (Node: edge.To, Head: edge.From, Entry: (2 * i) + 1) })
            .OrderBy(entry => entry.Node).ToArray();
        var first = Enumerable.Range(0, nodes + 1).Select(node => entries.Count(entry => entry.Node < node)).ToArray();
        return new UnitFlow(first, [.. entries.Select(entry => entry.Head)], [.. entries.Select(entry => entry.Entry)]);
    }
}
