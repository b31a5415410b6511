using Territory.Model.Quantities;
using Territory.Model.Terminals;

namespace Territory.Model.Regions;

/// <summary>The visiting convention for one class of terminal.</summary>
/// <param name="VisitsPerCycle">Visits in a cycle of four weeks: 4 is weekly, 2 fortnightly, 1 monthly (F4, F2, F1).</param>
/// <param name="TimeInStore">Standard minutes of a visit.</param>
public sealed record ClassPolicy(TerminalClass Class, int VisitsPerCycle, Duration TimeInStore)
{
    public const int CycleDays = 28;

    /// <summary>The longest gap between two visits that still keeps the frequency.</summary>
    public int MaxDaysBetweenVisits => CycleDays / Math.Max(1, VisitsPerCycle);

    public static IReadOnlyList<ClassPolicy> Standard { get; } =
    [
        new(TerminalClass.A, 4, Duration.FromMinutes(25)),
        new(TerminalClass.B, 2, Duration.FromMinutes(18)),
        new(TerminalClass.C, 1, Duration.FromMinutes(10)),
    ];
}
