using Territory.Roads.Hierarchy;
using Territory.Roads.Search;
using Territory.Roads.Tests.Fixtures;
using Territory.Roads.Tests.Turns;

namespace Territory.Roads.Tests.Hierarchy;

public sealed class UpwardSearchTests
{
    [Fact]
    public void Run_AfterOtherRuns_IsAsInANewSearch()
    {
        for (var seed = 1; seed <= Draws.Of(60); seed++)
        {
            var hierarchy = RandomTurns.Create(700_000 + seed).Hierarchy;
            var random = new Random(seed);
            var (forward, backward) = (UpwardSearch.Forward(hierarchy), UpwardSearch.Backward(hierarchy));
            for (var run = 0; run < 10; run++)
            {
                Compare(forward, UpwardSearch.Forward(hierarchy), [random.Next(hierarchy.Graph.VertexCount), random.Next(hierarchy.Graph.VertexCount)]);
                Compare(backward, UpwardSearch.Backward(hierarchy), [random.Next(hierarchy.Graph.VertexCount)]);
            }
        }
    }

    [Fact]
    public void Begin_OffersThatNoRunFollowed_AreForgotten()
    {
        var hierarchy = RoadHierarchy.Prepare(ChainGraph.Through(0, 1, 2));
        var search = UpwardSearch.Forward(hierarchy);
        search.Offer(0, 5);

        search.Begin();
        search.Offer(1, 7);
        search.Run();

        search.Settled.ShouldBe([1, 2]);
        search.LabelOf(0).ShouldBe(PathCost.Limit);
        search.LabelOf(2).ShouldBe(7 + new PathCost(1000, 100).Packed);
        search.ParentOf(2).ShouldBe(1);
        search.ParentOf(1).ShouldBe(UpwardSearch.NoParent);
    }

    /// <summary>The way from 2 over 0 to 1 is closed. What is left of the target's arc is taken off at once, so its label lies below nothing.</summary>
    [Fact]
    public void Run_ShortcutThatStandsForNoWay_IsNotFollowed()
    {
        var hierarchy = RoadHierarchy.Prepare(ChainGraph.Through([2, 0, 1], closed: 0));
        hierarchy.Topology.In.Find(1, 2).ShouldBeGreaterThanOrEqualTo(0);
        var search = UpwardSearch.Backward(hierarchy);
        search.Offer(1, -new PathCost(900, 90).Packed);

        search.Run();

        search.Settled.ShouldBe([1]);
        search.LabelOf(2).ShouldBe(PathCost.Limit);
    }

    private static void Compare(UpwardSearch used, UpwardSearch fresh, int[] beginnings)
    {
        used.Begin();
        foreach (var search in (UpwardSearch[])[used, fresh])
        {
            for (var i = 0; i < beginnings.Length; i++)
                search.Offer(beginnings[i], 1000 * i);
            search.Run();
        }

        used.Settled.ShouldBe(fresh.Settled);
        used.Settled.ShouldBe(used.Settled.Order());
        used.Settled.Select(vertex => (used.LabelOf(vertex), used.ParentOf(vertex))).ShouldBe(fresh.Settled.Select(vertex => (fresh.LabelOf(vertex), fresh.ParentOf(vertex))));
    }
}
