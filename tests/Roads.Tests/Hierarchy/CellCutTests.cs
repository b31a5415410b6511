using Territory.Roads.Hierarchy;
using Territory.Roads.Tests.Fixtures;

namespace Territory.Roads.Tests.Hierarchy;

public sealed class CellCutTests
{
    [Fact]
    public void Find_RandomCells_LeavesAtLeastAQuarterOnEachSide()
    {
        for (var seed = 1; seed <= Draws.Of(500); seed++)
        {
            var cell = RandomCells.Create(seed, mostNodes: 80);

            var side = CellCut.Find(cell);

            side.ShouldAllBe(part => part == 1 || part == 2);
            var first = side.Count(part => part == 1);
            Math.Min(first, cell.NodeCount - first).ShouldBeGreaterThanOrEqualTo(Math.Max(1, cell.NodeCount / 4), $"seed {seed}");
        }
    }

    [Fact]
    public void Split_RandomCells_KeepsEachEdgeOnceWithItsEndsAndPlaces()
    {
        for (var seed = 1; seed <= Draws.Of(200); seed++)
        {
            var cell = RandomCells.Create(seed, mostNodes: 40);
            var side = CellCut.Find(cell);

            var (first, second, cut) = cell.Split(side);

            (first.NodeCount + second.NodeCount).ShouldBe(cell.NodeCount);
            Edges(first).Concat(Edges(second)).Order().ShouldBe(Edges(cell).Where(edge => cut.TrueForAll(cutEdge => cutEdge.Segment != edge.Segment)).Order());
            cut.Select(edge => edge.Segment).ShouldBe(
                cell.Segments.Where((_, edge) => side[cell.From[edge]] != side[cell.To[edge]]), ignoreOrder: true);
            foreach (var (segment, isFromFirst) in cut)
                (side[cell.From[Array.IndexOf(cell.Segments, segment)]] == 1).ShouldBe(isFromFirst);
        }

        static IEnumerable<(int Segment, int, int, int, int)> Edges(CellGraph cell) => cell.Segments.Select((segment, edge) =>
            (segment, cell.X[cell.From[edge]], cell.Y[cell.From[edge]], cell.X[cell.To[edge]], cell.Y[cell.To[edge]]));
    }

    /// <summary>Two grids of 36 nodes joined by one road: the one cut of a single edge between halves.</summary>
    [Fact]
    public void Find_TwoTownsAndOneRoad_CutsTheRoad()
    {
        const int Width = 6;
        List<(int From, int To)> edges = [(Width - 1, Width * Width)];
        for (var town = 0; town < 2; town++)
        {
            for (var i = 0; i < Width * Width; i++)
            {
                if (i % Width > 0)
                    edges.Add(((town * Width * Width) + i - 1, (town * Width * Width) + i));
                if (i >= Width)
                    edges.Add(((town * Width * Width) + i - Width, (town * Width * Width) + i));
            }
        }

        var nodes = Enumerable.Range(0, 2 * Width * Width).ToArray();
        var cell = new CellGraph(
            [.. nodes.Select(node => (node / (Width * Width) * 900) + (node % Width * 100))],
            [.. nodes.Select(node => node % (Width * Width) / Width * 100)],
            [.. edges.Select(edge => edge.From)],
            [.. edges.Select(edge => edge.To)],
            [.. edges.Select((_, edge) => edge)]);

        cell.Split(CellCut.Find(cell)).Cut.ShouldHaveSingleItem().Segment.ShouldBe(0);
    }
}
