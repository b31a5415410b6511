using Territory.Simulation.KnownAnswers.Adoption;
using Territory.Simulation.KnownAnswers.Demand;
using Territory.Simulation.KnownAnswers.LabMarkets;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Tests.KnownAnswers.LabMarkets;

/// <summary>The lab's markets of the known answers under other parameters, against closed forms and figures by hand.</summary>
public sealed class LabModelsTests
{
    /// <summary>Another curve than the row's, which without the neighbours' part of the hazard would end at half of it.</summary>
    [Fact]
    public void Pools_OtherCurve_FollowItAndNoOther()
    {
        var curve = new BassCurve(0.05, 0.6);
        var adopted = LabPools.AdoptedByYear(curve, pools: 1, terminals: 10_000, years: 3, seed: 3);
        for (var year = 1; year <= 3; year++)
            adopted[year - 1].ShouldBe(curve.AdoptedBy(year), 0.02);
        Math.Abs(adopted[2] - new BassCurve(0.05, 0).AdoptedBy(3)).ShouldBeGreaterThan(0.1);
    }

    /// <summary>By hand: 5000/2 against 3000/1, and 5000/8 against 3000/1.</summary>
    [Theory]
    [InlineData(1, 2500.0 / 5500)]
    [InlineData(3, 625.0 / 3625)]
    public void Shops_OtherPowers_GiveTheShareByHand(double power, double share) =>
        LabShops.ShareOfFirst((5000, 2), (3000, 1), power).ShouldBe(share, 1e-6);

    [Theory]
    [InlineData(1, 1, 0.4)]
    [InlineData(0.3, 0.5, 0.25)]
    [InlineData(0.8, 0, 0.4)]
    public void Shelves_OtherAvailabilities_GiveTheClosedForm(double own, double rival, double preference)
    {
        var share = LabShelves.OwnShare(own, rival, preference, seed: 4);
        share.Mean.ShouldBe(AvailabilityShare.OfFirst(own, rival, preference), share.HalfWidth + 1e-12);
        share.HalfWidth.ShouldBeLessThan(0.002);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 600)]
    public void Rivalry_NeverOrAlways_IsSo(double chance, int answering)
    {
        var rivalry = LabRivalry.Of(new LabRivals { ReactionChance = chance }, promotes: true, seed: 5);
        rivalry.Answering.ShouldBe(answering);
        rivalry.DaysChangedOutsideOfAnswers.ShouldBe(0);
    }

    /// <summary>No loss of sales, no answer to be seen: what the row counts are sales.</summary>
    [Fact]
    public void Rivalry_AnswerThatTakesNothing_ChangesNothing() =>
        LabRivalry.Of(new LabRivals { ReactionChance = 1, ReactionLoss = 0 }, promotes: true, seed: 5).Answering.ShouldBe(0);
}
