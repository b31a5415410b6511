using Territory.Model.Geography;
using Territory.Model.Terminals;
using Territory.Simulation.Expansion.Census;
using Territory.Simulation.Expansion.Selection;

namespace Territory.Simulation.Tests.Expansion.Selection;

/// <summary>Figures and scores worked out by hand.</summary>
public sealed class ScorecardTests
{
    private static readonly Dictionary<Criterion, double> None = Enum.GetValues<Criterion>().ToDictionary(criterion => criterion, _ => 0.0);

    [Fact]
    public void Capacity_ThreeWays_IsTheirMiddleWithTheirSpread()
    {
        // Census 20,000 x 12; 100,000 heads x 2 as in the template; x 2.5 as surveyed.
        var estimate = CapacityEstimate.Of(TemplateExamples.Twice(), TemplateExamples.Template);
        (estimate.Census, estimate.EqualMarket, estimate.PerHead).ShouldBe((240_000, 200_000, 250_000));
        estimate.Middle.ShouldBe(240_000);
        estimate.Spread.ShouldBe(1.25);
    }

    [Fact]
    public void Rank_EachCriterion_CarriesItsFigureAndFormula()
    {
        var criteria = Scorecard.Rank([TemplateExamples.Twice()], TemplateExamples.Template, Scorecard.StandardWeights)[0].Criteria;
        // 50,000 x (1 + 0) / 1: every shop carries the rival.
        criteria.Single(entry => entry.Criterion == Criterion.Potential).Figure.ShouldBe(50_000);
        criteria.Single(entry => entry.Criterion == Criterion.Typicality).Figure.ShouldBe(1);
        criteria.Single(entry => entry.Criterion == Criterion.Acceptance).Score.ShouldBe(90);
        criteria.ShouldAllBe(entry => entry.Formula.Length > 0 && entry.Unit.Length > 0 && entry.Weight > 0);
    }

    /// <summary>A region of A shops alone differs from 20/30/50 by (0.8 + 0.3 + 0.5) / 2.</summary>
    [Fact]
    public void Typicality_OneClassAlone_IsFarFromTheTemplate()
    {
        var region = TemplateExamples.Twice() with { Terminals = [TemplateExamples.Terminal(1, TerminalClass.A, 10)] };
        Scorecard.Rank([region], TemplateExamples.Template, None)[0].Criteria.Single(entry => entry.Criterion == Criterion.Typicality).Figure!.Value.ShouldBe(0.2, 1e-12);
    }

    /// <summary>Two counties 60 km apart influence each other by capacity / e.</summary>
    [Fact]
    public void Influence_NeighbourAtTheReach_CountsOneOverE()
    {
        var near = TemplateExamples.Twice("near");
        var north = 60_000 / new GeoPoint(116, 32).MetersTo(new GeoPoint(116, 33));
        var far = near with { Id = "far", Terminals = [.. near.Terminals.Select(terminal => terminal with { Location = terminal.Location with { Latitude = terminal.Location.Latitude + north } })] };
        Scorecard.Rank([near, far], TemplateExamples.Template, None)[0].Criteria.Single(entry => entry.Criterion == Criterion.Influence).Figure!.Value.ShouldBe(240_000 / Math.E, 1);
    }

    [Fact]
    public void Rank_WeightOnOneCriterion_OrdersByItAlone()
    {
        var timid = TemplateExamples.Twice("timid") with { Acceptance = 0.2 };
        var keen = TemplateExamples.Twice("keen") with { Acceptance = 0.95 };
        var scores = Scorecard.Rank([timid, keen], TemplateExamples.Template, new Dictionary<Criterion, double>(None) { [Criterion.Acceptance] = 3 });
        scores.Select(score => (score.Region, score.Score, score.Rank)).ShouldBe([("timid", 20, 2), ("keen", 95, 1)]);
    }

    /// <summary>What is not known has no score; its weight is left out and said.</summary>
    [Fact]
    public void Rank_EmptyBlocks_LeaveTheirWeightOut()
    {
        var bare = TemplateExamples.Twice("bare") with { Macro = null, Consumers = null, Conditions = new FiveConditions(), Acceptance = null };
        var score = Scorecard.Rank([bare], TemplateExamples.Template, Scorecard.StandardWeights)[0];
        score.Criteria.Where(entry => entry.Score is null).Select(entry => entry.Criterion).ShouldBe(
            [Criterion.Potential, Criterion.Acceptance, Criterion.BrandMaturity, Criterion.Demand, Criterion.BrandInfluence, Criterion.CustomerCooperation, Criterion.Execution]);
        // 20 of capacity, 10 of typicality and 10 of influence of 100.
        score.WeightKnown.ShouldBe(0.4, 1e-12);
        DataCompleteness.Of(bare).Empty.ShouldBe([DataBlock.Macro, DataBlock.Consumers, DataBlock.Conditions]);
    }
}
