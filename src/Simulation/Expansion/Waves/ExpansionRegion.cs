using Territory.Simulation.Expansion.Outlooks;

namespace Territory.Simulation.Expansion.Waves;

/// <summary>A region that may be opened, as the planner of waves sees it.</summary>
public sealed record ExpansionRegion
{
    public required RegionOutlook Outlook { get; init; }

    public string Id => Outlook.Region;

    /// <summary>How easy the market is, 0 to 100 (readiness score); orders the waves under 先易后难.</summary>
    public double Ease { get; init; }

    public int Terminals { get; init; }

    public int EarliestWeek { get; init; }

    /// <summary>The last week in which it may start; null: the last of the horizon.</summary>
    public int? LatestWeek { get; init; }

    /// <summary>Must be opened.</summary>
    public bool Required { get; init; }

    /// <summary>The planner lets it start out of the easy-before-hard order; the reason is kept with the plan.</summary>
    public string? OrderOverride { get; init; }

    /// <summary>Where it stands in what was read, for problems.</summary>
    public string? SourcePath { get; init; }

    /// <summary>What its leadership counts against other regions', where weeks to leadership are the objective.</summary>
    public double Weight { get; init; } = 1;
}
