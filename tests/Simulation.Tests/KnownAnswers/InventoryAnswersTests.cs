using Territory.Simulation.KnownAnswers.Inventory;
using Territory.Simulation.Mathematics;

namespace Territory.Simulation.Tests.KnownAnswers;

/// <summary>Closed forms of inventory theory against published figures (stockpyl's documentation and the papers named at each).</summary>
public sealed class InventoryAnswersTests
{
    [Theory]
    [InlineData(50, 8, 0.18, 0.70, 56.6040, 1.99761)]
    [InlineData(120, 10, 2, 18, 132.8155, 35.0997)]
    public void Newsvendor_NormalDemand_GivesThePublishedOptimum(
        double mean, double deviation, double holding, double shortage, double stock, double cost)
    {
        var optimum = Newsvendor.Optimum(mean, deviation, holding, shortage);
        optimum.Stock.ShouldBe(stock, 1e-4);
        optimum.Cost.ShouldBe(cost, 1e-4);
    }

    [Fact]
    public void EconomicOrderQuantity_PublishedExample_GivesItsLotAndCost()
    {
        var optimum = EconomicOrderQuantity.Optimum(8, 0.225, 1300);
        optimum.Quantity.ShouldBe(304.0468, 1e-4);
        optimum.Cost.ShouldBe(68.4105, 1e-4);
    }

    [Fact]
    public void ReadyRate_MeanThreeStockSix_IsThePoissonSum() => ReadyRate.Of(3, 6).ShouldBe(0.916082, 1e-6);

    /// <summary>Chen et al. 2000, theorem 2.2.</summary>
    [Theory]
    [InlineData(1, 5, 0, 1.48)]
    [InlineData(4, 5, 0, 3.88)]
    [InlineData(2, 10, 0, 1.48)]
    [InlineData(1, 5, 0.5, 1.465)]
    public void Bullwhip_MovingAverage_GivesThePublishedRatio(int leadTime, int periods, double correlation, double ratio) =>
        Bullwhip.MovingAverage(leadTime, periods, correlation).ShouldBe(ratio, 1e-12);

    [Fact]
    public void Bullwhip_OneAndAHalfTimes_IsEightAndAHalf() => Bullwhip.MultipleOfLastSales(1.5).ShouldBe(8.5);

    /// <summary>Tabulated values of the normal law (Abramowitz and Stegun, tables 26.1 and 26.5).</summary>
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.841344746068543)]
    [InlineData(-1.96, 0.024997895148220)]
    [InlineData(3, 0.998650101968370)]
    [InlineData(-6.5, 4.016000583859e-11)]
    public void NormalDistribution_TabulatedPoints_AreMet(double z, double probability)
    {
        NormalDistribution.Cumulative(z).ShouldBe(probability, 1e-12 * Math.Max(probability, 1e-3));
        NormalDistribution.Quantile(probability).ShouldBe(z, 1e-9);
    }
}
