namespace Territory.Simulation.Lab.Statistics;

/// <summary>A scenario against a baseline, replication by replication under common random numbers (配对比较).</summary>
/// <param name="Pairs">Replications that finished in both.</param>
/// <param name="Unpaired">Replications that finished in one only and are left out.</param>
/// <param name="Figures">In the plan's order.</param>
/// <remarks>
/// Paired t interval of the differences, with the variance that the pairing left.
/// Source: Law: "Simulation Modeling and Analysis", sections 10.2.1 and 11.2; Holm: "A simple sequentially rejective multiple test procedure", 1979.
/// </remarks>
public sealed record PairedComparison(
    int Pairs, int Unpaired, double Confidence, MultipleTests Correction, IReadOnlyList<FigureComparison> Figures)
{
    /// <exception cref="ArgumentException">The two were not run under one seed, on the same figures, or with the same kind of replication.</exception>
    public static PairedComparison Of(ReplicationResult baseline, ReplicationResult scenario, MultipleTests correction)
    {
        var plan = baseline.Plan;
        if (plan.Seed != scenario.Plan.Seed || plan.Antithetic != scenario.Plan.Antithetic)
            throw new ArgumentException("Only replications of one seed, both or neither of antithetic pairs, can be compared pair by pair.", nameof(scenario));
        if (!plan.Figures.SequenceEqual(scenario.Plan.Figures, StringComparer.Ordinal))
            throw new ArgumentException("The two scenarios have different figures.", nameof(scenario));
        var pairs = baseline.Finished
            .Join(scenario.Finished, one => one.Number, other => other.Number, (one, other) => (one.Figures, other.Figures))
            .ToArray();
        var drafts = plan.Figures.Select((name, figure) => PairedFigure.Of(
            name, [.. pairs.Select(pair => pair.Item1[figure])], [.. pairs.Select(pair => pair.Item2[figure])])).ToArray();
        var figures = Judgement.Of([.. drafts.Select(draft => draft.PValue)], 1 - plan.Confidence, correction)
            .Select((judgement, figure) => drafts[figure].Compared(judgement));
        return new PairedComparison(
            pairs.Length, baseline.Finished.Count + scenario.Finished.Count - (2 * pairs.Length), plan.Confidence, correction, [.. figures]);
    }
}
