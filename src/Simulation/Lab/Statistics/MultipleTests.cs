namespace Territory.Simulation.Lab.Statistics;

/// <summary>What is done about several figures being compared at once, where chance alone makes some of them differ (多重比较).</summary>
public enum MultipleTests
{
    /// <summary>Each figure on its own: of twenty figures without a difference one is expected to show one at 95 %.</summary>
    Separate,

    /// <summary>Each interval at confidence 1 - alpha / m: all of them hold at once with the confidence asked for.</summary>
    Bonferroni,

    /// <summary>
    /// Figures in the order of their p-values, the k-th at alpha / (m - k + 1), until the first that shows nothing (Holm 1979): all verdicts hold at once, and
    /// more differences are found than by <see cref="Bonferroni"/>. An interval is at the level its figure was judged at, so that it agrees with the verdict.
    /// </summary>
    Holm,
}
