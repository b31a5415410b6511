using Territory.Simulation.Lab.Rules;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Tests.Lab.Rules;

/// <summary>What makes demand: Huff, shelf share, weekday, price, promotion, rivals, goodwill, calls. Expected values are closed forms or published.</summary>
public sealed class DemandRulesTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    /// <summary>Domain notes V15: sizes 5000 and 3000 at 2 and 1 km, lambda 2.</summary>
    [Fact]
    public void Huff_PublishedExample_GivesItsShare()
    {
        var shares = new double[2];
        HuffRule.Shares([HuffRule.Pull(5000, 2, 1, 2), HuffRule.Pull(3000, 1, 1, 2)], shares);
        shares[0].ShouldBe(0.29412, 1e-5);
        (shares[0] + shares[1]).ShouldBe(1, 1e-15);
    }

    /// <summary>V23: the factor 2^-lambda is the same for all and leaves no trace.</summary>
    [Fact]
    public void Huff_DistancesDoubled_LeavesShares()
    {
        double[] sizes = [3, 1, 7, 2];
        double[] distances = [0.3, 1.1, 2.7, 0.9];
        double[] near = new double[4], far = new double[4];
        HuffRule.Shares([.. sizes.Zip(distances, (size, distance) => HuffRule.Pull(size, distance, 1, 2.3))], near);
        HuffRule.Shares([.. sizes.Zip(distances, (size, distance) => HuffRule.Pull(size, 2 * distance, 1, 2.3))], far);
        for (var index = 0; index < near.Length; index++)
            far[index].ShouldBe(near[index], 1e-14);
    }

    /// <summary>V16: availability .6 and .9, preference .4: .2875 of what is bought, averaged over the four kinds of terminal.</summary>
    [Fact]
    public void ShelfShare_AveragedOverAvailability_IsTheCompromisedDemandFormula()
    {
        const double pull = 2.0 / 3;
        ShelfShare.Of(pull, 1).ShouldBe(0.4, 1e-15);
        var ours = (0.6 * 0.1 * ShelfShare.Of(pull, 0)) + (0.6 * 0.9 * ShelfShare.Of(pull, 1));
        (ours / (1 - (0.4 * 0.1))).ShouldBe(0.2875, 1e-12);
    }

    [Fact]
    public void Weekday_TwoOnSundayOneElse_IsScaledToAMeanOfOne()
    {
        double[] factors = [1, 1, 1, 1, 1, 1, 2];
        WeekdayRule.Factor(factors, Monday).ShouldBe(7 / 8.0, 1e-15);
        WeekdayRule.Factor(factors, Monday.AddDays(6)).ShouldBe(14 / 8.0, 1e-15);
        Enumerable.Range(0, 7).Sum(day => WeekdayRule.Factor(factors, Monday.AddDays(day))).ShouldBe(7, 1e-12);
    }

    [Fact]
    public void Price_ElasticityTwo_IsTheInverseSquareAndZeroIsOne()
    {
        PriceRule.Factor(300, 400, 2).ShouldBe(16.0 / 9, 1e-14);
        PriceRule.Factor(300, 400, 0).ShouldBe(1.0);
    }

    [Fact]
    public void Promotion_UpliftAndDip_FollowTheFormulaDayByDay()
    {
        LabPromotion[] promotions = [new() { From = Monday, Until = Monday.AddDays(1), Uplift = 0.5, PostDip = 0.3, PostDipDays = 3 }];
        double[] expected = [1, 1.5, 1.5, 0.7, 0.8, 0.9, 1];
        for (var day = 0; day < expected.Length; day++)
            PromotionRule.Factor(promotions, Monday.AddDays(day - 1)).ShouldBe(expected[day], 1e-15);
    }

    /// <summary>The dip of 2 uplift L/(n + 1) takes back what the promotion brought.</summary>
    [Fact]
    public void Promotion_FullPayback_SumsToNothing()
    {
        LabPromotion[] promotions = [new() { From = Monday, Until = Monday.AddDays(2), Uplift = 0.4, PostDip = 2 * 0.4 * 3 / 8, PostDipDays = 7 }];
        Enumerable.Range(0, 20).Sum(day => PromotionRule.Factor(promotions, Monday.AddDays(day)) - 1).ShouldBe(0, 1e-12);
    }

    [Fact]
    public void RivalReaction_AfterTheLag_TakesItsPartForAsLong()
    {
        LabPromotion[] promotions = [new() { From = Monday, Until = Monday.AddDays(1), Uplift = 0.5 }];
        var rivals = new LabRivals { ReactionLagDays = 5, ReactionLoss = 0.2 };
        double[] expected = [1, 1, 1, 1, 1, 0.8, 0.8, 1];
        for (var day = 0; day < expected.Length; day++)
            RivalReaction.Factor(promotions, Monday.AddDays(day), rivals).ShouldBe(expected[day], 1e-15);
    }

    /// <summary>A geometric series: with a call every 7 days goodwill just after one tends to 1/(1 - kept^7).</summary>
    [Fact]
    public void Goodwill_CallEveryWeek_TendsToTheGeometricSum()
    {
        var goodwill = 0f;
        for (var day = 0; day < 700; day++)
        {
            goodwill = GoodwillRule.After(goodwill, 0.95f);
            if (day % 7 == 6)
                goodwill += 1;
        }

        ((double)goodwill).ShouldBe(1 / (1 - Math.Pow(0.95, 7)), 1e-4);
        var response = new LabResponse { GoodwillGain = 0.3, GoodwillHalf = 2 };
        GoodwillRule.Factor(0, response).ShouldBe(1.0);
        GoodwillRule.Factor(2, response).ShouldBe(1.15, 1e-15);
    }

    /// <summary>ADBUDG: least at none, halfway at x = d^(1/c), most in the limit.</summary>
    [Fact]
    public void CallResponse_Adbudg_HasItsThreeKnownPoints()
    {
        var response = new LabResponse { CallLeast = 0.4, CallMost = 1.2, CallShape = 2, CallScale = 4 };
        CallResponse.OfNone(response).ShouldBe(0.4, 1e-15);
        CallResponse.OfGap(14, response).ShouldBe(0.8, 1e-14);
        CallResponse.OfGap(1, response).ShouldBe(1.2, 0.005);
    }
}
