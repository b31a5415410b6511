using Territory.Simulation.KnownAnswers.Adoption;
using Territory.Simulation.KnownAnswers.Demand;
using Territory.Simulation.KnownAnswers.Effort;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Tests.KnownAnswers;

/// <summary>Closed forms of demand, adoption and effort against independently known figures.</summary>
public sealed class MarketAnswersTests
{
    [Fact]
    public void BassCurve_PublishedMeans_GivesItsPeakAndPath()
    {
        var curve = new BassCurve(0.03, 0.38);
        curve.PeakTime.ShouldBe(6.1926, 5e-5);
        curve.AdoptedBy(curve.PeakTime).ShouldBe(0.4605, 5e-5);
        double[] years = [1, 2, 3, 4, 5, 10];
        double[] adopted = [0.0358, 0.0851, 0.1505, 0.2332, 0.3312, 0.8128];
        for (var index = 0; index < years.Length; index++)
            curve.AdoptedBy(years[index]).ShouldBe(adopted[index], 5e-5);
    }

    /// <summary>Bass's differential equation f = (p + q F)(1 - F) integrated by Runge and Kutta's method.</summary>
    [Fact]
    public void BassCurve_OtherParameters_SolvesItsDifferentialEquation()
    {
        var curve = new BassCurve(0.01, 0.6);
        double Slope(double f) => (0.01 + (0.6 * f)) * (1 - f);
        var adopted = 0.0;
        const double step = 0.001;
        for (var time = 0; time < 8_000; time++)
        {
            var k1 = Slope(adopted);
            var k2 = Slope(adopted + (step / 2 * k1));
            var k3 = Slope(adopted + (step / 2 * k2));
            var k4 = Slope(adopted + (step * k3));
            adopted += step / 6 * (k1 + (2 * k2) + (2 * k3) + k4);
        }

        curve.AdoptedBy(8).ShouldBe(adopted, 1e-9);
        Slope(curve.AdoptedBy(curve.PeakTime)).ShouldBe(curve.PeakRate, 1e-12);
    }

    [Fact]
    public void EffortSplit_ThreeAccounts_GivesTheClosedForm()
    {
        var split = EffortSplit.Of([10, 8, 4], 0.34, 100);
        split[0].ShouldBe(50.95, 0.1);
        split[1].ShouldBe(36.34, 0.1);
        split[2].ShouldBe(12.71, 0.1);
        split.Sum().ShouldBe(100, 1e-9);
    }

    /// <summary>No move of a little effort from one account to another may gain.</summary>
    [Fact]
    public void EffortSplit_AnyExchange_LosesResponse()
    {
        double[] scales = [10, 8, 4];
        var split = EffortSplit.Of(scales, 0.34, 100);
        double Response(double[] x) => x.Select((value, index) => scales[index] * Math.Pow(value, 0.34)).Sum();
        for (var from = 0; from < 3; from++)
        {
            for (var to = 0; to < 3; to++)
            {
                if (from == to)
                    continue;
                double[] moved = [.. split];
                moved[from] -= 1;
                moved[to] += 1;
                Response(moved).ShouldBeLessThan(Response(split));
            }
        }
    }

    [Fact]
    public void Huff_TwoShops_GivesTheShareByHand() =>
        Huff.Shares([(5000, 2), (3000, 1)], 1, 2)[0].ShouldBe(1250.0 / 4250, 1e-12);

    [Fact]
    public void Huff_AllDistancesDoubled_LeavesSharesUnchanged()
    {
        var near = Huff.Shares([(5000, 2), (3000, 1), (800, 0.3)], 1.2, 2.1);
        var far = Huff.Shares([(5000, 4), (3000, 2), (800, 0.6)], 1.2, 2.1);
        for (var shop = 0; shop < near.Length; shop++)
            far[shop].ShouldBe(near[shop], 1e-12);
    }

    [Fact]
    public void ReillyBreakingPoint_TwoCities_IsWhereHuffGivesHalf()
    {
        var point = ReillyBreakingPoint.FromFirst(100_000, 50_000, 10);
        point.ShouldBe(5.858, 5e-4);
        Huff.Shares([(100_000, point), (50_000, 10 - point)], 1, 2)[0].ShouldBe(0.5, 1e-6);
    }

    [Fact]
    public void AvailabilityShare_PublishedFigures_AgreesWithTheFormulaAndWithShoppers()
    {
        AvailabilityShare.OfFirst(0.6, 0.9, 0.4).ShouldBe(0.2875, 1e-12);

        const int shoppers = 200_000;
        long first = 0;
        long buyers = 0;
        for (var shopper = 0; shopper < shoppers; shopper++)
        {
            var draw = Draw.Of(2, DrawPurpose.TerminalTaste, EntityKey.Of("shopper"), shopper);
            var hasFirst = draw.NextUniform() < 0.6;
            var hasSecond = draw.NextUniform() < 0.9;
            var prefersFirst = draw.NextUniform() < 0.4;
            buyers += hasFirst || hasSecond ? 1 : 0;
            first += hasFirst && (!hasSecond || prefersFirst) ? 1 : 0;
        }

        var share = (double)first / buyers;
        share.ShouldBe(0.2875, 5 * Math.Sqrt(0.2875 * 0.7125 / buyers));
    }
}
