namespace Territory.Simulation.Lab.Statistics;

/// <summary>One figure of two scenarios.</summary>
/// <param name="Baseline">Mean over the pairs.</param>
/// <param name="Difference">Scenario minus baseline, at the confidence that <see cref="MultipleTests"/> leaves for this figure.</param>
/// <param name="AdjustedPValue">Of the paired t test, after the correction for several figures.</param>
/// <param name="VarianceReduction">
/// What common random numbers saved: 1 - Var(difference) / (Var(scenario) + Var(baseline)), the share of the variance that independent runs would have had.
/// Below 0 where they did harm; 0 where nothing varies.
/// </param>
public sealed record FigureComparison(
    string Figure,
    double Baseline,
    double Scenario,
    ConfidenceInterval Difference,
    double PValue,
    double AdjustedPValue,
    double VarianceReduction,
    ComparisonVerdict Verdict);
