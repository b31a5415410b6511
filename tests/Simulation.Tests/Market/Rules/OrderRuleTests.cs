using Territory.Model.Quantities;
using Territory.Simulation.KnownAnswers.Inventory;
using Territory.Simulation.Market.Rules;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Tests.Market.Rules;

public sealed class OrderRuleTests
{
    /// <summary>The published worked example: S0 = 10, P0 = 20, S1 = 12 sells 18 and orders 15.</summary>
    [Fact]
    public void NeedTenths_WorkedExample_IsFifteenUnits() =>
        OrderRule.NeedTenths(new Units(10), new Units(20), new Units(12), Units.Zero).ShouldBe(150);

    [Theory]
    [InlineData(10, 20, 12, 0, 1, 15)]
    [InlineData(10, 20, 12, 0, 6, 3)]
    [InlineData(10, 20, 12, 0, 15, 1)]
    [InlineData(10, 20, 12, 0, 14, 2)]
    [InlineData(10, 20, 12, 10, 1, 5)]
    [InlineData(10, 20, 12, 40, 1, 0)]
    [InlineData(10, 0, 10, 0, 12, 0)]
    [InlineData(10, 0, 15, 0, 12, 0)]
    [InlineData(5, 0, 0, 0, 1, 8)]
    public void Suggest_ByHand_GivesWholeCases(int previous, int delivered, int present, int onOrder, int unitsPerCase, int cases) =>
        OrderRule.Suggest(new Units(previous), new Units(delivered), new Units(present), new Units(onOrder), unitsPerCase).Count.ShouldBe(cases);

    /// <summary>The formula in exact fractions, over a grid of inputs.</summary>
    [Fact]
    public void Suggest_AnyInputs_IsTheFormulaRoundedUp()
    {
        for (var previous = 0; previous <= 40; previous += 5)
        {
            for (var present = 0; present <= 40; present += 3)
            {
                for (var onOrder = 0; onOrder <= 24; onOrder += 12)
                {
                    var units = Math.Max(0, (1.5m * Math.Max(0, previous + 7 - present)) - present - onOrder);
                    OrderRule.Suggest(new Units(previous), new Units(7), new Units(present), new Units(onOrder), 12).Count
                        .ShouldBe((int)Math.Ceiling(units / 12));
                }
            }
        }
    }

    [Theory]
    [InlineData(2.0, 7, 0, 0, 12, 2)]
    [InlineData(2.0, 7, 10, 0, 12, 1)]
    [InlineData(2.0, 7, 10, 12, 12, 0)]
    [InlineData(0.0, 28, 0, 0, 12, 0)]
    public void SuggestFirst_ByHand_CoversOneAndAHalfPeriods(
        double unitsPerDay, int days, int present, int onOrder, int unitsPerCase, int cases) =>
        OrderRule.SuggestFirst(unitsPerDay, days, new Units(present), new Units(onOrder), unitsPerCase).Count.ShouldBe(cases);

    [Fact]
    public void KeepListed_NothingThereAndNothingComing_OrdersOneCase()
    {
        OrderRule.KeepListed(Cases.Zero, Units.Zero, Units.Zero).ShouldBe(new Cases(1));
        OrderRule.KeepListed(Cases.Zero, new Units(1), Units.Zero).ShouldBe(Cases.Zero);
        OrderRule.KeepListed(Cases.Zero, Units.Zero, new Units(12)).ShouldBe(Cases.Zero);
        OrderRule.KeepListed(new Cases(4), Units.Zero, Units.Zero).ShouldBe(new Cases(4));
    }

    /// <summary>
    /// Order variance over demand variance, independent demand, one visit a period, delivery at once. The mean is so far above the spread that the
    /// cut at zero never acts, and the closed form is 8.5; the sample ratio of 200,000 periods is within 2 %.
    /// </summary>
    [Fact]
    public void Suggest_IndependentDemand_AmplifiesItsVarianceEightAndAHalfTimes()
    {
        const int periods = 200_000;
        var demand = new double[periods];
        var orders = new double[periods];
        var stock = 100_000;
        var arrived = 0;
        for (var period = 0; period < periods; period++)
        {
            var draw = Draw.Of(4, DrawPurpose.Demand, EntityKey.Of("shop"), period);
            var sold = 10_000 + (int)(400 * Normal.Sample(ref draw));
            var before = stock;
            stock = before + arrived - sold;
            stock.ShouldBeGreaterThanOrEqualTo(0);
            var order = OrderRule.Suggest(new Units(before), new Units(arrived), new Units(stock), Units.Zero, 1).Count;
            demand[period] = sold;
            orders[period] = order;
            arrived = order;
        }

        var ratio = Variance(orders.AsSpan(100)) / Variance(demand.AsSpan(100));
        ratio.ShouldBe(Bullwhip.MultipleOfLastSales(1.5), 0.02 * 8.5);
    }

    private static double Variance(ReadOnlySpan<double> values)
    {
        var mean = 0.0;
        foreach (var value in values)
            mean += value / values.Length;
        var sum = 0.0;
        foreach (var value in values)
            sum += (value - mean) * (value - mean);
        return sum / (values.Length - 1);
    }
}
