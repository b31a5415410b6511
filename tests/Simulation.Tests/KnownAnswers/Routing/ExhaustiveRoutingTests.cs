using Territory.Optimizer.Routing;
using Territory.Simulation.KnownAnswers.Routing;

namespace Territory.Simulation.Tests.KnownAnswers.Routing;

public sealed class ExhaustiveRoutingTests
{
    /// <summary>A line 0 - 1 - 2 - 3 with the depot at 0: one vehicle drives 6; two stops a load make it 2 x 3 + 2 x 1; windows backwards 1 + 2 x 3.</summary>
    [Theory]
    [InlineData(3, 0, 100, 6)]
    [InlineData(2, 0, 100, 8)]
    [InlineData(1, 0, 100, 12)]
    [InlineData(3, 4, 100, 6)]
    public void Optimum_StopsOnALine_IsAsByHand(int capacity, int earlyAtFirst, int horizon, int expected)
    {
        int[] lengths = [.. Enumerable.Range(0, 4).SelectMany(a => Enumerable.Range(0, 4).Select(b => Math.Abs(a - b)))];
        var windows = new[] { new Interval(earlyAtFirst, 90), Interval.Always, Interval.Always };
        ExhaustiveRouting.Optimum(new SmallDelivery(3, lengths, [1, 1, 1], windows, 0, capacity, 3, horizon)).ShouldBe(expected);
    }

    /// <summary>The far stop may only be reached at once and the middle one only after 20: two ways out and back, or a detour of the same length.</summary>
    [Fact]
    public void Optimum_WindowsThatForbidTheOrder_TakesTheNextBest()
    {
        int[] lengths = [.. Enumerable.Range(0, 4).SelectMany(a => Enumerable.Range(0, 4).Select(b => Math.Abs(a - b)))];
        var windows = new[] { new Interval(0, 1), new Interval(20, 90), new Interval(0, 3) };
        // 0-1-3, wait at 2 on the way back: still 6. With a day that ends at 10 the middle stop is out of reach.
        ExhaustiveRouting.Optimum(new SmallDelivery(3, lengths, [1, 1, 1], windows, 0, 3, 3, 100)).ShouldBe(6);
        Should.Throw<ArgumentException>(() => ExhaustiveRouting.Optimum(new SmallDelivery(3, lengths, [1, 1, 1], windows, 0, 3, 3, 10)));
    }
}
