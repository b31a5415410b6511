using Territory.Roads.Providers.Services;

namespace Territory.Roads.Providers.Tests.Services;

public sealed class MatrixBatchTests
{
    /// <summary>Whatever the sizes and limits: each cell once, and no batch above a limit.</summary>
    [Fact]
    public void Cover_AnySizesAndLimits_CoversEachCellOnceWithinTheLimits()
    {
        var random = new Random(20261130);
        for (var round = 0; round < 2000; round++)
        {
            var areSame = round % 3 == 0;
            var sources = random.Next(40);
            var targets = areSame ? sources : random.Next(40);
            var (maxPoints, maxPairs) = (random.Next(2, 50), random.Next(1, 500));
            var seen = new int[sources, targets];
            foreach (var batch in MatrixBatch.Cover(sources, targets, areSame, maxPoints, maxPairs))
            {
                var isWhole = areSame && batch.SourceCount == sources && batch.TargetCount == targets;
                (batch.SourceCount + (isWhole ? 0 : batch.TargetCount)).ShouldBeLessThanOrEqualTo(maxPoints);
                (batch.SourceCount * batch.TargetCount).ShouldBeInRange(1, maxPairs);
                for (var i = 0; i < batch.SourceCount; i++)
                {
                    for (var j = 0; j < batch.TargetCount; j++)
                        seen[batch.FirstSource + i, batch.FirstTarget + j]++;
                }
            }

            seen.Cast<int>().ShouldAllBe(times => times == 1, $"{sources} x {targets} within {maxPoints} points and {maxPairs} pairs");
        }
    }

    /// <summary>One source to 1,000 targets under OSRM's 100 points: strips of 99, not blocks of 50.</summary>
    [Fact]
    public void Cover_OneSource_IsLongStrips() => MatrixBatch.Cover(1, 1000, areSame: false, 100, 10_000).Count().ShouldBe(11);
}
