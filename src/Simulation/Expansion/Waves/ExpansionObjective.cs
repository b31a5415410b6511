namespace Territory.Simulation.Expansion.Waves;

/// <summary>What is maximised: (1 - RiskWeight) mean + RiskWeight CVaR of the worst 1 - RiskLevel of the replications, less the penalty of order.</summary>
/// <param name="DiscountPerWeek">A cash flow of week w counts (1 + d)^-w; the first week is week 0.</param>
/// <param name="ResidualWeeks">After the horizon an opened region goes on as in its last four weeks for so long; in the value only, not in the cash.</param>
public sealed record ExpansionObjective(
    ExpansionGoal Goal = ExpansionGoal.NetPresentValue, double DiscountPerWeek = 0, int ResidualWeeks = 0, double RiskWeight = 0, double RiskLevel = 0.9);
