using Territory.Model.Quantities;
using Territory.Model.Regions;
using Territory.Model.Terminals;

namespace Territory.Simulation.Market.Rules;

/// <summary>How often (拜访频率) and how long an outlet is visited: its own figures, or its class's.</summary>
public static class VisitCadence
{
    public static int VisitsPerCycle(Region region, TerminalFile terminal) =>
        terminal.VisitsPerCycle ?? region.ClassPolicies.FirstOrDefault(policy => policy.Class == terminal.Class)?.VisitsPerCycle ?? 1;

    /// <summary>The longest gap that still keeps the frequency.</summary>
    public static int DaysBetweenVisits(Region region, TerminalFile terminal) =>
        Math.Max(1, ClassPolicy.CycleDays / Math.Max(1, VisitsPerCycle(region, terminal)));

    /// <summary>Standard time of a visit: the outlet's own, or its class's.</summary>
    public static Duration TimeInStore(Region region, TerminalFile terminal) =>
        terminal.TimeInStore ?? region.ClassPolicies.FirstOrDefault(policy => policy.Class == terminal.Class)?.TimeInStore ?? Duration.FromMinutes(10);
}
