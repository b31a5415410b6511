namespace Territory.Simulation.Lab.Statistics;

/// <summary>What the difference of two scenarios in a figure amounts to.</summary>
public enum ComparisonVerdict
{
    /// <summary>No significant difference (无显著差异): the interval of the difference holds 0.</summary>
    NoSignificantDifference,

    /// <summary>The scenario is higher than the baseline.</summary>
    Higher,

    /// <summary>The scenario is lower than the baseline.</summary>
    Lower,

    /// <summary>Fewer than two pairs: nothing can be said.</summary>
    TooFewReplications,
}
