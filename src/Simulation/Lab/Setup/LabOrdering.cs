namespace Territory.Simulation.Lab.Setup;

/// <summary>How terminals order at a call and when it comes.</summary>
public sealed record LabOrdering
{
    /// <summary><see cref="LabRuleNames.OnePointFive"/> or <see cref="LabRuleNames.ReorderPoint"/>.</summary>
    public string Rule { get; init; } = LabRuleNames.OnePointFive;

    /// <summary>Target of the 1.5x rule in tenths.</summary>
    public int TargetTenths { get; init; } = 15;

    /// <summary>s over the mean demand until the order after this one can arrive.</summary>
    public double ReorderCover { get; init; } = 1.2;

    /// <summary>S over the same demand.</summary>
    public double TargetCover { get; init; } = 1.8;

    /// <summary>Days from an order to the first day on which a vehicle may bring it; at least 1.</summary>
    public int LeadDays { get; init; } = 2;
}
