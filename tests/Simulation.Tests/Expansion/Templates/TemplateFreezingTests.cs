using Territory.Model.Problems;
using Territory.Model.Quantities;
using Territory.Simulation.Expansion.Templates;

namespace Territory.Simulation.Tests.Expansion.Templates;

/// <summary>Expected figures are worked out by hand from the example's weeks.</summary>
public sealed class TemplateFreezingTests
{
    [Fact]
    public void Freeze_Example_HasTheRatiosAndCostsOfItsWeeks()
    {
        var template = TemplateExamples.Template;
        template.TerminalsPerRep.ShouldBe(50);
        template.TerminalsPerVehicle.ShouldBe(100);
        // The last eight weeks sell 40 (3 + ... + 10) = 2,080 cases with one vehicle.
        template.CasesPerVehicleWeek.ShouldBe(260, 1e-9);
        // 190 visits: 20 x 4 + 30 x 2 + 50; 1,600 + 900 + 500 minutes inside and 6 each outside, of 2 x 20 x 400.
        template.Utilisation.ShouldBe((3_000 + (190 * 6)) / 16_000.0, 1e-12);
        template.ShareInHandlers.ShouldBe(0.25, 1e-12);
        template.PersonnelPerRepWeek.ShouldBe(Money.FromMajor(1_000));
        template.VehiclePerWeek.ShouldBe(Money.FromMajor(800));
        // 3,000 of launch cost for 50 terminals.
        template.LaunchPerTerminal.ShouldBe(Money.FromMajor(60));
        // 5,000 + 10 x 3,100 for 50 points.
        template.CostPerDistributionPoint.ShouldBe(Money.FromMajor(720));
        template.MarginPerCase.ShouldBe(Money.FromMajor(10));
    }

    [Fact]
    public void Freeze_BadWeek_DoesNotLowerTheCurve()
    {
        var market = TemplateExamples.Market;
        var weeks = market.Weeks.ToList();
        weeks[5] = weeks[5] with { NumericDistribution = 0.1 };
        TemplateFreezing.Freeze(market with { Weeks = weeks }).NumericByWeek.ShouldBe([0.05, 0.1, 0.15, 0.2, 0.25, 0.25, 0.35, 0.4, 0.45, 0.5], 1e-12);
    }

    [Fact]
    public void Hash_SameContent_IsTheSameAndAnyFigureChangesIt()
    {
        var market = TemplateExamples.Market;
        var hash = TemplateFreezing.Freeze(market).Hash;
        TemplateFreezing.Freeze(TemplateExamples.Market).Hash.ShouldBe(hash);
        TemplateMarket[] others =
        [
            market with { Name = "other" },
            market with { Prices = market.Prices with { RetailPerCase = Money.FromMajor(49) } },
            market with { Classes = [.. market.Classes.Select(entry => entry with { MinutesPerVisit = entry.MinutesPerVisit + 1 })] },
            market with { Training = market.Training with { DelayWeeks = 5 } },
            market with { Weeks = [.. market.Weeks.SkipLast(1)] },
            market with { CreditWeeks = 3 },
        ];
        others.Select(other => TemplateFreezing.Freeze(other).Hash).Append(hash).Distinct().Count().ShouldBe(others.Length + 1);
    }

    [Fact]
    public void Freeze_ImpossibleFigures_ListsAllOfThemWithTheirPaths()
    {
        var market = TemplateExamples.Market;
        var weeks = market.Weeks.ToList();
        weeks[2] = weeks[2] with { NumericDistribution = 1.2 };
        weeks[3] = weeks[3] with { Cases = double.NaN };
        var refused = Should.Throw<InvalidInputException>(() => TemplateFreezing.Freeze(market with { Weeks = weeks, CostPerCase = Money.FromMajor(-1), RivalShare = 1 }));
        refused.Problems.Select(problem => problem.Field).ShouldBe(["$.template.costPerCase", "$.template.weeks[2]", "$.template.weeks[3]", "$.template.rivalShare"]);
    }
}
