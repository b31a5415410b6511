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
    public void NextStop_AnyNumber_IsNotFarOn()
    {
        for (var number = Horizon.Quench + 1; number < 8_000; number += 97)
            Horizon.NextStop(number, 5).ShouldBeInRange(number, number + 160);
        for (var number = 8_000L; number < 1_000_000; number += 997)
            Horizon.NextStop(number, 25).ShouldBeInRange(number, number + 640);
    }

    [Fact]
    public void NextStop_OfASlowSearch_IsNextToWhereItIs()
    {
        for (var number = 1L; number < Horizon.OfStep(0) - 10; number++)
        {
            var stop = Horizon.NextStop(number, 0);

            stop.ShouldBeInRange(number, number + (number < Horizon.Quench ? 1 : 10));
            Horizon.Of(stop).ShouldBe(Horizon.OfStep(0));
        }
    }

    [Fact]
    public void Of_RoundNumbers_AreTheirOwnHorizon() =>
        Enumerable.Range(0, 20_000).ShouldAllBe(number => Horizon.Of(number * 10L) == number * 10L);
}
