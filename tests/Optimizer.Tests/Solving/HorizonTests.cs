using Territory.Optimizer.Solving;

namespace Territory.Optimizer.Tests.Solving;

public sealed class HorizonTests
{
    [Fact]
    public void Of_NumberThatASearchStoppedAt_TellsItsHorizon()
    {
        for (var step = 0; step < 30; step++)
        {
            foreach (var share in new[] { 0.1, 0.5, 0.9, 1.0, 3.0, 10.0 })
            {
                var stop = Horizon.NextStop((long)(Horizon.OfStep(step) * share), step);

                Horizon.Of(stop).ShouldBe(Horizon.OfStep(step), $"step {step}, share {share}");
            }
        }
    }

    [Fact]
    public void NextStop_AnyNumber_IsAtMostAThousandOn()
    {
        for (var number = 1_000L; number < 100_000; number += 997)
            Horizon.NextStop(number, 5).ShouldBeInRange(number, number + 1_023);
    }

    [Fact]
    public void Of_PlainNumbers_AreNearlyAlwaysTheirOwnHorizon() =>
        Enumerable.Range(1, 20_000).Count(number => Horizon.Of(number * 10L) == number * 10L).ShouldBeGreaterThan(19_000);
}
