using Territory.Optimizer.Search;

namespace Territory.Optimizer.Tests.Search;

public sealed class CoolingScheduleTests
{
    private readonly CoolingSchedule cooling = new(hot: 100, cold: 1, begin: 0);

    [Fact]
    public void Temperature_InTheQuenchOfTheShorterHorizon_IsTheSameForEveryLongerOne()
    {
        for (var iteration = 0L; iteration < 1_000; iteration++)
        {
            foreach (var longer in new long[] { 16_001, 50_000, long.MaxValue / 2 })
                cooling.Temperature(iteration, longer).ShouldBe(cooling.Temperature(iteration, 16_000));
        }
    }

    [Fact]
    public void Temperature_AfterTheQuench_FallsFromHotToCold()
    {
        cooling.Temperature(1_000, 16_000).ShouldBe(100);
        // Half the way the third power of a half is left.
        cooling.Temperature(8_500, 16_000).ShouldBe(1 + (99 / 8.0), 1e-9);
        cooling.Temperature(16_000, 16_000).ShouldBe(1);
        for (var iteration = 1_001L; iteration <= 16_000; iteration++)
            cooling.Temperature(iteration, 16_000).ShouldBeLessThan(cooling.Temperature(iteration - 1, 16_000));
    }
}
