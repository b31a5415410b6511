using Territory.Simulation.Lab.Rules;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Tests.Lab.Rules;

/// <summary>Display, a terminal's own price, rivals that answer distribution, delisting: closed forms, and nothing at the usual values.</summary>
public sealed class ShelfRulesTests
{
    /// <summary>Closed form: called every n days, a level settles at per call / (1 - 2^(-n/half-life) (1 - per call)) just after a call.</summary>
    [Fact]
    public void Display_CalledEveryWeek_SettlesAtTheFixedPoint()
    {
        const double perCall = 0.4;
        const double halfLife = 10;
        var kept = DisplayRule.Kept(halfLife);
        var level = 0f;
        for (var week = 0; week < 100; week++)
        {
            for (var day = 0; day < 7; day++)
                level = DisplayRule.AfterDay(level, kept);
            level = DisplayRule.AfterCall(level, perCall);
        }

        ((double)level).ShouldBe(perCall / (1 - (Math.Pow(2, -7 / halfLife) * (1 - perCall))), 1e-5);
    }

    [Fact]
    public void Display_HalfLife_LeavesHalf()
    {
        var level = 1f;
        for (var day = 0; day < 14; day++)
            level = DisplayRule.AfterDay(level, DisplayRule.Kept(14));
        ((double)level).ShouldBe(0.5, 1e-5);
        DisplayRule.Pull(1, 0.5).ShouldBe(1.5);
        DisplayRule.Pull(0.7, 0).ShouldBe(1);
    }

    /// <summary>Closed form: the quantiles of a lognormal; demand at elasticity 2 is the inverse square of the price.</summary>
    [Fact]
    public void ShelfPrice_OneDeviationUp_IsTheExponentialOfTheSpread()
    {
        ((double)ShelfPriceRule.Usual(0.8413447460685429, 0.1)).ShouldBe(Math.Exp(0.1), 1e-6);
        ((double)ShelfPriceRule.Usual(0.5, 0.3)).ShouldBe(1, 1e-7);
        ((double)ShelfPriceRule.Kept(1.2f, 0.75)).ShouldBe(1.05, 1e-6);
        ((double)ShelfPriceRule.Kept(1.2f, 1)).ShouldBe(1);
        PriceRule.Factor(1.2, 1, 2).ShouldBe(1 / 1.44, 1e-14);
        ShelfPriceRule.Difference(1_000, 0.9f).ShouldBe(-100);
        ShelfPriceRule.Difference(1_000, 1).ShouldBe(0);
    }

    [Theory]
    [InlineData(5, -1, 3, false)]
    [InlineData(5, 2, 3, true)]
    [InlineData(5, 1, 3, false)]
    public void ShelfPrice_DaysAfterACall_IsKeptOrNot(int day, int lastCall, int keepDays, bool kept) =>
        ShelfPriceRule.IsKept(day, lastCall, keepDays).ShouldBe(kept);

    /// <summary>Closed form: after n days of a step the level is target (1 - (1 - 1/lag)^n).</summary>
    [Fact]
    public void CoverageReaction_StepInPresence_IsAPartialAdjustment()
    {
        var rivals = new LabRivals { CoverageStrength = 0.8, CoverageThreshold = 0.25, CoverageLagDays = 10 };
        CoverageReaction.Target(0.25, rivals).ShouldBe(0);
        CoverageReaction.Target(1, rivals).ShouldBe(0.8, 1e-15);
        var target = CoverageReaction.Target(0.625, rivals);
        target.ShouldBe(0.4, 1e-15);
        var level = 0.0;
        for (var day = 0; day < 20; day++)
            level = CoverageReaction.Next(level, target, rivals.CoverageLagDays);
        level.ShouldBe(0.4 * (1 - Math.Pow(0.9, 20)), 1e-14);
        // Half as strong again on the shelf: 0.5/(0.5 + 2 * 1.4).
        ShelfShare.Of(0.5, 2 * (1 + target)).ShouldBe(0.5 / 3.3, 1e-15);
    }

    [Theory]
    [InlineData(6, 29, 0)]
    [InlineData(7, 29, 0.3)]
    [InlineData(6, 30, 0.2)]
    [InlineData(7, 30, 0.5)]
    public void Delisting_HazardsFromTheirDayOn_Add(int emptyDays, int uncalledDays, double hazard) =>
        DelistingHazard.Chance(emptyDays, uncalledDays, new LabDelisting(7, 0.3, 30, 0.2)).ShouldBe(1 - Math.Exp(-hazard), 1e-14);

    [Fact]
    public void Rules_UsualValues_HaveNoEffect()
    {
        var rules = new LabRules();
        DisplayRule.Pull(1, rules.Display.PullGain).ShouldBe(1);
        ShelfPriceRule.Usual(0.99, rules.ShelfPrices.Spread[2]).ShouldBe(1f);
        CoverageReaction.Target(1, new LabRivals()).ShouldBe(0);
        DelistingHazard.Chance(10_000, 10_000, rules.Delisting).ShouldBe(0);
    }
}
