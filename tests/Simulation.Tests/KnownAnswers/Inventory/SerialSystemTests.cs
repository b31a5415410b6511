using Territory.Simulation.KnownAnswers.Inventory;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Tests.KnownAnswers.Inventory;

public sealed class SerialSystemTests
{
    private static readonly SerialSystem Example = new([3, 2, 2], [1, 1, 2], 37.12, 5, 1);

    /// <summary>Snyder and Shen 2019, example 6.1: levels 6.49, 12.02 and 22.71 at 47.65. stockpyl's coarser grid has 47.67.</summary>
    [Fact]
    public void Optimum_PublishedExample_HasItsLevelsAndCost()
    {
        var best = Example.Optimum();
        best.EchelonLevels[0].ShouldBe(6.49, 0.005);
        best.EchelonLevels[1].ShouldBe(12.02, 0.005);
        best.EchelonLevels[2].ShouldBe(22.71, 0.005);
        best.Cost.ShouldBe(47.65, 0.02);
        best.LocalLevels.Sum().ShouldBe(best.EchelonLevels[2], 1e-12);
    }

    /// <summary>The example of stockpyl's front page: 12.765, 23.497, 46.280 at 86.0253, on its own coarse grid.</summary>
    [Fact]
    public void Optimum_SecondPublishedExample_HasItsLevelsAndCost()
    {
        var best = new SerialSystem([4, 3, 1], [1, 1, 2], 40, 10, 2).Optimum();
        best.EchelonLevels[0].ShouldBe(12.765, 0.05);
        best.EchelonLevels[1].ShouldBe(23.497, 0.05);
        best.EchelonLevels[2].ShouldBe(46.280, 0.05);
        best.Cost.ShouldBe(86.0253, 0.02);
    }

    /// <summary>stockpyl's documentation of newsvendor_heuristic: the levels are closed forms and agree to every digit given.</summary>
    [Fact]
    public void NewsvendorHeuristic_PublishedExample_HasItsLevels()
    {
        var heuristic = Example.NewsvendorHeuristic();
        heuristic.EchelonLevels[0].ShouldBe(6.490880975286938, 1e-9);
        heuristic.EchelonLevels[1].ShouldBe(12.027434723327854, 1e-9);
        heuristic.EchelonLevels[2].ShouldBe(22.634032391786285, 1e-9);
        heuristic.Cost.ShouldBeGreaterThan(Example.Optimum().Cost);
    }

    /// <summary>One stage alone is a newsvendor of its lead-time demand, at (p + h) sigma phi(z).</summary>
    [Fact]
    public void Optimum_OneStage_IsTheNewsvendor()
    {
        var best = new SerialSystem([2], [4], 18, 30, 5).Optimum();
        var (stock, cost) = Newsvendor.Optimum(120, 10, 2, 18);
        // A parabola over grid points of a hundredth of the deviation.
        best.EchelonLevels[0].ShouldBe(stock, 1e-3);
        best.Cost.ShouldBe(cost, 1e-5);
    }

    /// <summary>What the levels cost when lead-time demands are drawn, stage by stage downwards; four standard errors.</summary>
    [Theory]
    [InlineData(6.49, 12.02, 22.71)]
    [InlineData(7.5, 11, 21)]
    public void Cost_AnyLevels_IsThatOfDrawnDemands(double first, double second, double third)
    {
        double[] levels = [first, second, third];
        double[] holding = [3, 2, 2];
        double[] leadTimes = [1, 1, 2];
        const int draws = 400_000;
        double sum = 0, squares = 0;
        for (var number = 0; number < draws; number++)
        {
            var draw = Draw.Of(11, DrawPurpose.KnownAnswer, EntityKey.Of("serial"), number);
            var stock = double.PositiveInfinity;
            var cost = 0.0;
            for (var stage = 2; stage >= 0; stage--)
            {
                stock = Math.Min(levels[stage], stock) - ((5 * leadTimes[stage]) + (Math.Sqrt(leadTimes[stage]) * Normal.Sample(ref draw)));
                cost += holding[stage] * stock;
            }

            cost += (37.12 + 7) * Math.Max(0, -stock);
            sum += cost;
            squares += cost * cost;
        }

        var mean = sum / draws;
        Example.Cost(levels).ShouldBe(mean, 4 * Math.Sqrt(((squares / draws) - (mean * mean)) / draws));
    }

    /// <summary>No level moved up or down by a little may cost less.</summary>
    [Fact]
    public void Optimum_AnyLevelMoved_CostsMore()
    {
        var best = Example.Optimum();
        for (var stage = 0; stage < 3; stage++)
        {
            foreach (var move in new[] { -0.3, 0.3 })
            {
                double[] moved = [.. best.EchelonLevels];
                moved[stage] += move;
                Example.Cost(moved).ShouldBeGreaterThan(best.Cost);
            }
        }
    }
}
