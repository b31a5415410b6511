using Territory.Simulation.Expansion.Census;
using Territory.Simulation.Expansion.Templates;

namespace Territory.Simulation.Expansion.Selection;

/// <summary>Go or not yet (准入门槛), with every condition that fails.</summary>
public sealed record ReadinessGate(string Region, IReadOnlyList<GateCondition> Failing)
{
    public bool IsOpen => Failing.Count == 0;

    public static ReadinessGate Of(CandidateMarket region, RegionFit fit, RegionScore score, GateThresholds thresholds)
    {
        var failing = new List<GateCondition>();
        void Require(string code, double? figure, double threshold)
        {
            if (figure is null || figure < threshold)
                failing.Add(new GateCondition(code, figure, threshold));
        }

        Require("gate.brand-maturity", region.Conditions.BrandMaturity, thresholds.Condition);
        Require("gate.demand", region.Conditions.Demand, thresholds.Condition);
        Require("gate.brand-influence", region.Conditions.BrandInfluence, thresholds.Condition);
        Require("gate.customer-cooperation", region.Conditions.CustomerCooperation, thresholds.Condition);
        Require("gate.execution", region.Conditions.Execution, thresholds.Condition);
        Require("gate.acceptance", region.Acceptance, thresholds.Condition);
        foreach (var block in DataCompleteness.Of(region).Blocks.Where(block => block.Block != DataBlock.Conditions))
            Require($"gate.data.{block.Block.ToString().ToLowerInvariant()}", block.Share, thresholds.Completeness);
        Require("gate.dealer-capacity", region.Dealers is not { } dealers ? null : fit.CasesPerWeek > 0 ? dealers.CasesPerWeek / fit.CasesPerWeek : 1, thresholds.DealerCover);
        Require("gate.score", score.Score, thresholds.Score);
        return new ReadinessGate(region.Id, failing);
    }
}
