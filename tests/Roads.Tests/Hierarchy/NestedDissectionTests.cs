using Territory.Roads.Hierarchy;
using Territory.Roads.Tests.Fixtures;

namespace Territory.Roads.Tests.Hierarchy;

public sealed class NestedDissectionTests
{
    [Fact]
    public void Order_RandomNetworks_HoldsBothDirectionsOfEachSegmentOnce()
    {
        for (var seed = 1; seed <= Draws.Of(300); seed++)
        {
            var cell = RandomCells.Create(seed, mostNodes: 90);

            NestedDissection.Order(cell).Order().ShouldBe(cell.Segments.SelectMany(segment => (int[])[2 * segment, (2 * segment) + 1]).Order(), $"seed {seed}");
        }
    }

    [Fact]
    public void Order_SameNetworkAgain_IsTheSame()
    {
        for (var seed = 1; seed <= 30; seed++)
            NestedDissection.Order(RandomCells.Create(seed, mostNodes: 90)).ShouldBe(NestedDissection.Order(RandomCells.Create(seed, mostNodes: 90)));
    }

    /// <summary>The whole network's cut comes last, and without it the arcs of one part do not touch those of the other.</summary>
    [Fact]
    public void Order_RandomNetworks_EndsWithTheCutThatSeparatesTheParts()
    {
        for (var seed = 1; seed <= Draws.Of(100); seed++)
        {
            var cell = RandomCells.Create(seed, mostNodes: 60);
            var order = NestedDissection.Order(cell);
            var (first, second, cut) = cell.Split(CellCut.Find(cell));

            order[..(2 * first.EdgeCount)].Select(arc => arc / 2).ToHashSet().ShouldBe(first.Segments, ignoreOrder: true);
            order[(2 * first.EdgeCount)..^(2 * cut.Count)].Select(arc => arc / 2).ToHashSet().ShouldBe(second.Segments, ignoreOrder: true);
            var outward = cut.Select(edge => (2 * edge.Segment) + (edge.IsFromFirst ? 0 : 1)).ToArray();
            order[^(2 * cut.Count)..].ShouldBe([.. outward, .. outward.Select(arc => arc ^ 1)]);
        }
    }

    /// <summary>
    /// A road of n segments needs but two shortcuts or turns a direction of each, if it is halved again and again; a deep recursion would end the process.
    /// </summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Order_LongRoad_IsHalvedAgainAndAgain(bool isInOnePlace)
    {
        const int Segments = 100_000;

        var order = NestedDissection.Order(RandomCells.Line(Segments, isInOnePlace));

        var place = new int[2 * Segments];
        for (var i = 0; i < order.Length; i++)
            place[order[i]] = i;
        var there = Enumerable.Range(0, Segments).Select(segment => place[2 * segment]);
        var back = Enumerable.Range(0, Segments).Reverse().Select(segment => place[(2 * segment) + 1]);
        var topology = HierarchyTopology.Build(ChainGraph.Through([.. there, .. back]));
        (topology.Out.Count + topology.In.Count).ShouldBeLessThan(4 * Segments);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Order_NoEdges_IsEmpty(int nodes) =>
        NestedDissection.Order(new CellGraph(new int[nodes], new int[nodes], [], [], [])).ShouldBeEmpty();

    [Fact]
    public void Order_LoopsAtOneNode_AreAllThere() =>
        NestedDissection.Order(new CellGraph([0], [0], [0, 0], [0, 0], [4, 9])).ShouldBe([8, 9, 18, 19]);
}
