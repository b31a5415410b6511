using Territory.Model.Terminals;
using Territory.Simulation.Expansion.Census;
using Territory.Simulation.Expansion.Selection;
using Territory.Simulation.Expansion.Templates;

namespace Territory.Simulation.Tests.Expansion.Selection;

public sealed class MarketSelectionTests
{
    /// <summary>By volume: 0.6 x 100 and 0.2 x 300 of 400 cases are 0.3.</summary>
    [Fact]
    public void RivalMap_Census_WeighsByVolume()
    {
        var region = TemplateExamples.Twice() with
        {
            Terminals = [TemplateExamples.Terminal(1, TerminalClass.A, 100, "x", 0, new RivalShare("rival", 0.6)), TemplateExamples.Terminal(2, TerminalClass.A, 300, "x", 0, new RivalShare("rival", 0.2))],
        };
        new RivalMap(region).In("x").ShouldHaveSingleItem().Share.ShouldBe(0.3, 1e-12);
        var surveyed = region with { Rivals = [new RivalShare("rival", 0.5, "x")] };
        new RivalMap(surveyed).In("x").ShouldHaveSingleItem().Share.ShouldBe(0.5);
    }

    /// <summary>
    /// Share among handlers 0.25, rival of the template 0.2. Cell "open" has no rival: 0.3125 of 100 cases by 4 visits x 13 / 12; "held" has a rival of 0.6:
    /// 0.125 of 100. "ours" is ours to a half already and wins nothing.
    /// </summary>
    [Fact]
    public void WeakestCells_ByGainPerVisit_ComeInTheOrderWorkedOutByHand()
    {
        var region = TemplateExamples.Twice() with
        {
            Terminals =
            [
                TemplateExamples.Terminal(1, TerminalClass.A, 100, "held", 0, new RivalShare("rival", 0.6)),
                TemplateExamples.Terminal(2, TerminalClass.A, 100, "open"),
                TemplateExamples.Terminal(3, TerminalClass.A, 100, "ours", 0.5),
            ],
        };
        var cells = WeakestCells.Of(region, TemplateExamples.Template);
        cells.Select(cell => cell.Cell).ShouldBe(["open", "held", "ours"]);
        cells[0].CasesWon.ShouldBe(31.25, 1e-9);
        cells[0].GainPerVisit.ShouldBe(31.25 * 10 / (4 * 13 / 12.0), 1e-9);
        cells[1].CasesWon.ShouldBe(12.5, 1e-9);
        cells[2].GainPerVisit.ShouldBe(0);
    }

    [Fact]
    public void Gate_EachConditionBelowItsThreshold_IsNamedWithFigureAndThreshold()
    {
        var region = TemplateExamples.Twice() with { Conditions = new FiveConditions(0.8, 0.3, 0.8, null, 0.8), Dealers = new DealerFigures(1, 100, 1), Macro = null };
        var gate = Gate(region);
        gate.IsOpen.ShouldBeFalse();
        gate.Failing.Select(condition => condition.Code).ShouldBe(["gate.demand", "gate.customer-cooperation", "gate.data.macro", "gate.dealer-capacity"]);
        gate.Failing[0].ShouldBe(new GateCondition("gate.demand", 0.3, 0.5));
        gate.Failing[1].Figure.ShouldBeNull();
        // 100 cases a week against 20,000 x 12 / 52 x 0.6 x 0.25.
        gate.Failing[3].Figure!.Value.ShouldBe(100 / (20_000 * 12 / 52.0 * 0.15), 1e-9);
        Gate(TemplateExamples.Twice()).IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void Swot_Figures_GiveEntriesWithTheirReasons()
    {
        var strong = TemplateExamples.Twice("strong", rival: 0.6) with { Conditions = new FiveConditions(0.9, 0.5, 0.2, 0.5, 0.5), Macro = new MacroFigures(1e5, 5e4, 0.25) };
        var slow = TemplateExamples.Twice("slow") with { Macro = new MacroFigures(1e5, 5e4, 0.125) };
        var entries = Swot.Of(strong, [strong, slow], Transplant.Onto(TemplateExamples.Template, strong));
        entries.ShouldContain(new SwotEntry(SwotKind.Strength, "swot.brand-maturity", 0.9, 0.7));
        entries.ShouldContain(new SwotEntry(SwotKind.Weakness, "swot.brand-influence", 0.2, 0.4));
        entries.ShouldContain(new SwotEntry(SwotKind.Opportunity, "swot.growth", 0.25, 0.1875));
        entries.Single(entry => entry.Code == "swot.rival-strong").Kind.ShouldBe(SwotKind.Threat);
        entries.ShouldNotContain(entry => entry.Code == "swot.customer-cooperation");
    }

    private static ReadinessGate Gate(CandidateMarket region) => ReadinessGate.Of(
        region, Transplant.Onto(TemplateExamples.Template, region), Scorecard.Rank([region], TemplateExamples.Template, Scorecard.StandardWeights)[0], new GateThresholds());
}
