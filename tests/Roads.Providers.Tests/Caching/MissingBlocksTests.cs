using Territory.Roads.Providers.Caching;

namespace Territory.Roads.Providers.Tests.Caching;

public sealed class MissingBlocksTests
{
    /// <summary>Whatever is missing is covered, once; up to the exact bound nothing known is covered, the own places excepted.</summary>
    [Fact]
    public void Cover_RandomGaps_CoversAllThatIsMissing()
    {
        var random = new Random(20261130);
        for (var round = 0; round < 500; round++)
        {
            var (rows, columns, density) = (random.Next(1, 40), random.Next(1, 90), random.NextDouble());
            var isSquare = round % 2 == 0;
            if (isSquare)
                columns = rows;
            var missing = new bool[rows, columns];
            for (var i = 0; i < rows; i++)
            {
                for (var j = 0; j < columns; j++)
                    missing[i, j] = (!isSquare || i != j) && random.NextDouble() < density;
            }

            var covered = new int[rows, columns];
            var blocks = MissingBlocks.Cover(rows, columns, (i, j) => missing[i, j], i => isSquare ? i : -1);
            foreach (var block in blocks)
            {
                foreach (var i in block.Rows)
                {
                    foreach (var j in block.Columns)
                        covered[i, j]++;
                }
            }

            for (var i = 0; i < rows; i++)
            {
                for (var j = 0; j < columns; j++)
                {
                    covered[i, j].ShouldBeLessThanOrEqualTo(1);
                    if (missing[i, j])
                        covered[i, j].ShouldBe(1);
                    else if (blocks.Count > 1 && !(isSquare && i == j))
                        covered[i, j].ShouldBe(0);
                }
            }
        }
    }

    [Fact]
    public void Cover_NothingMissing_IsNoBlock() => MissingBlocks.Cover(3, 3, (_, _) => false, row => row).ShouldBeEmpty();

    [Fact]
    public void Cover_AllMissing_IsOneBlockWithTheOwnPlaces()
    {
        var block = MissingBlocks.Cover(4, 4, (i, j) => i != j, row => row).ShouldHaveSingleItem();

        block.Rows.ShouldBe([0, 1, 2, 3]);
        block.Columns.ShouldBe([0, 1, 2, 3]);
    }

    /// <summary>40 rows that each lack other pairs would be 40 requests; the one rectangle around them costs less.</summary>
    [Fact]
    public void Cover_RaggedGaps_IsTheRectangleAround()
    {
        var block = MissingBlocks.Cover(40, 40, (i, j) => (i * 7) % 40 == j || j == (i + 1) % 40, _ => -1).ShouldHaveSingleItem();

        block.Cells.ShouldBe(1600);
    }
}
