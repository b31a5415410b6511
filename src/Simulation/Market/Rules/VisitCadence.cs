using Territory.Model.Regions;
using Territory.Model.Terminals;

namespace Territory.Simulation.Market.Rules;

/// <summary>How often an outlet is visited (拜访频率): its own frequency, or its class's.</summary>
public static class VisitCadence
{
    public static int VisitsPerCycle(Region region, TerminalFile terminal) =>
        terminal.VisitsPerCycle ?? region.ClassPolicies.FirstOrDefault(policy => policy.Class == terminal.Class)?.VisitsPerCycle ?? 1;

    /// <summary>The longest gap that still keeps the frequency.</summary>
    public static int DaysBetweenVisits(Region region, TerminalFile terminal) =>
        Math.Max(1, ClassPolicy.CycleDays / Math.Max(1, VisitsPerCycle(region, terminal)));
}
