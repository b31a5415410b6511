using Territory.Grains.Market;

namespace Territory.Grains.Tests.Market;

/// <summary>The (s, S) rule by hand: s = max(20, 3 d), S = max(60, 7 d), with d the mean of 14 days.</summary>
public sealed class DepotReplenishmentTests
{
    [Theory]
    [InlineData(100, 140, 30, 0)] // d = 10: s = 30, 70 are left.
    [InlineData(100, 140, 70, 0)] // 30 are left, not below s.
    [InlineData(100, 140, 71, 41)] // 29 are left; S = 70.
    [InlineData(0, 140, 50, 120)] // 50 short and 70 on top.
    [InlineData(10, 0, 0, 50)] // Nothing sells: s = 20, S = 60.
    public void Missing_StockDemandAndLoad_FillsToTheTargetBelowTheReorderPoint(int stock, int orderedInWindow, int due, int expected) =>
        DepotReplenishment.Missing(stock, orderedInWindow, due).ShouldBe(expected);
}
