using Territory.Simulation.Expansion.Census;
using Territory.Simulation.Expansion.Templates;

namespace Territory.Simulation.Expansion.Outlooks;

/// <summary>What an outlook is asked for.</summary>
public sealed record ForecastRequest(
    CandidateMarket Region, RegionFit Fit, MarketTemplate Template, IReadOnlyList<StaffingLevel> Levels, int Weeks, int Replications, long Seed);
