using Territory.Simulation.KnownAnswers.Adoption;
using Territory.Simulation.Lab.Rules;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Tests.Lab.Rules;

/// <summary>Adoption, orders, stock-outs, depot and field work. Expected values are closed forms, worked examples or brute force.</summary>
public sealed class FieldRulesTests
{
    [Fact]
    public void Adoption_WithoutACall_IsExactlyZero() =>
        AdoptionHazard.Chance(0, 5, 1, 1, new LabAdoption(10, 10, 10)).ShouldBe(0.0);

    [Fact]
    public void Adoption_WithACall_IsTheFormula() =>
        AdoptionHazard.Chance(1.5, 0.8, 0.25, 0.4, new LabAdoption(0.1, 0.2, 0.3))
            .ShouldBe(1 - Math.Exp(-((0.1 * 1.5 * 0.8) + (0.2 * 0.25) + (0.3 * 0.4))), 1e-15);

    /// <summary>V10 in expectation: F grows by (1 - F) h(F) a step and converges to Bass's curve as steps shrink; half the step, half the error.</summary>
    [Fact]
    public void Adoption_OnePoolSmallSteps_ConvergesToBass()
    {
        double Error(double step)
        {
            var share = 0.0;
            for (var number = 0; number < (int)Math.Round(5 / step); number++)
                share += (1 - share) * AdoptionHazard.Chance(1, 1, share, 0, new LabAdoption(0.03 * step, 0.38 * step, 0));
            return Math.Abs(share - 0.3312);
        }

        Error(0.01).ShouldBeLessThan(0.002);
        Error(0.001).ShouldBeLessThan(0.0003);
        new BassCurve(0.03, 0.38).AdoptedBy(5).ShouldBe(0.3312, 5e-5);
    }

    /// <summary>GMA 2002, salted snacks: 21/25/9/20/25 %.</summary>
    [Fact]
    public void OutOfStock_PublishedChances_DivideTheUnitInterval()
    {
        var rule = new OutOfStockRule(new LabOutOfStock(21, 25, 9, 20, 25));
        var counts = new int[5];
        for (var cell = 0; cell < 10_000; cell++)
            counts[(int)rule.Choose((cell + 0.5) / 10_000)]++;
        counts.ShouldBe([2_100, 2_500, 900, 2_000, 2_500]);
    }

    /// <summary>The worked example of trade practice: S0 = 10, P0 = 20, S1 = 12 sold 18, target 27, order 15.</summary>
    [Fact]
    public void OnePointFive_WorkedExample_OrdersFifteen()
    {
        ShelfOrder.OnePointFive(18, 12, 0, 1, 15).ShouldBe(15);
        ShelfOrder.OnePointFive(18, 12, 0, 12, 15).ShouldBe(2);
        ShelfOrder.OnePointFive(0, 0, 0, 12, 15).ShouldBe(1);
    }

    [Fact]
    public void ReorderPoint_Position_OrdersUpToTheTargetOnlyBelowTheLowMark()
    {
        var ordering = new LabOrdering { ReorderCover = 1, TargetCover = 2, LeadDays = 3 };
        ShelfOrder.ReorderPoint(2, 7, 20, 0, 1, ordering).ShouldBe(0);
        ShelfOrder.ReorderPoint(2, 7, 15, 4, 1, ordering).ShouldBe(21);
        ShelfOrder.ReorderPoint(2, 7, 15, 4, 12, ordering).ShouldBe(2);
        ShelfOrder.ReorderPoint(1e9, 7, 100, 0, 12, ordering).ShouldBe((ShelfOrder.MostUnits - 100) / 12);
    }

    /// <summary>Exponential smoothing of a constant tends to it, as far as thousandths and whole sixteenths go.</summary>
    [Fact]
    public void DepotForecast_ConstantOrders_TendsToThem()
    {
        long forecast = 0;
        for (var day = 0; day < 400; day++)
            forecast = DepotOrder.Forecast(forecast, 12);
        forecast.ShouldBeInRange(12_000 - 16, 12_000);
    }

    [Fact]
    public void DepotOrder_BelowTheLowMark_FillsUpAsFarAsMoneyGoes()
    {
        DepotOrder.Need(position: 60, forecastThousandths: 5_000, reorderDays: 12, coverDays: 20, leastCases: 3).ShouldBe(0);
        DepotOrder.Need(59, 5_000, 12, 20, 3).ShouldBe(41);
        DepotOrder.Affordable(41, 1_000, 100).ShouldBe(10);
        DepotOrder.Affordable(41, -5, 100).ShouldBe(0);
    }

    [Fact]
    public void RepSkill_HalfPractice_IsHalfWay()
    {
        var force = new LabFieldForce { LargestSkill = 1.6, HalfPractice = 300 };
        RepSkill.Of(0, force).ShouldBe(1.0);
        RepSkill.Of(300, force).ShouldBe(1.3, 1e-15);
    }

    /// <summary>Brute force: the last number of stops whose day is not too long.</summary>
    [Theory]
    [InlineData(480, 25, 20, 2.2, 12)]
    [InlineData(30, 400, 20, 2.2, 5)]
    [InlineData(10, 1, 20, 2.2, 12)]
    [InlineData(540, 9, 0, 0, 9)]
    public void StopsIn_Minutes_AreAllThatFit(double minutes, double area, double fix, double perRoot, double perStop)
    {
        var expected = Enumerable.Range(0, 200).Last(stops => FieldDayRule.Travel(stops, area, fix, perRoot) + (stops * perStop) <= minutes);
        FieldDayRule.StopsIn(minutes, area, fix, perRoot, perStop).ShouldBe(expected);
    }
}
