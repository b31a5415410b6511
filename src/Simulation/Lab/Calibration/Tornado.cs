using Territory.Simulation.Lab.Statistics;

namespace Territory.Simulation.Lab.Calibration;

/// <summary>A figure with each assumption in turn low and high, the others at base (龙卷风图), under common random numbers.</summary>
/// <param name="Base">The figure with every assumption at base.</param>
/// <param name="Bars">By descending swing.</param>
public sealed record Tornado(string Figure, ConfidenceInterval Base, IReadOnlyList<TornadoBar> Bars)
{
    /// <param name="plan">Its figures are those of the model; a replication runs the model at base and twice for each assumption.</param>
    /// <returns>One for each figure, in their order.</returns>
    /// <exception cref="ArgumentException">The plan is out of range, or pairs or stops, which this does not.</exception>
    /// <exception cref="InvalidOperationException">Every replication failed.</exception>
    public static IReadOnlyList<Tornado> Run(
        SummaryModel model,
        IReadOnlyList<Assumption> assumptions,
        ReplicationPlan plan,
        IProgress<ReplicationProgress>? progress,
        CancellationToken cancellationToken)
    {
        if (plan.Antithetic || plan.Stopping is not null)
            throw new ArgumentException("A tornado runs a fixed number of single replications.", nameof(plan));
        var figures = plan.Figures.Count;
        double[] atBase = [.. assumptions.Select(assumption => assumption.Base)];
        var whole = plan with
        {
            Figures =
            [
                .. plan.Figures,
                .. assumptions.SelectMany(assumption => plan.Figures.Select(figure => $"{figure} at low {assumption.Name}")
                    .Concat(plan.Figures.Select(figure => $"{figure} at high {assumption.Name}"))),
            ],
        };
        var result = ReplicationRunner.Run(
            (seed, _, token) =>
            {
                var reference = model([.. atBase], seed);
                var all = new List<double>(reference);
                for (var index = 0; index < assumptions.Count; index++)
                {
                    foreach (var value in (ReadOnlySpan<double>)[assumptions[index].Low, assumptions[index].High])
                    {
                        token.ThrowIfCancellationRequested();
                        double[] moved = [.. atBase];
                        moved[index] = value;
                        all.AddRange(model(moved, seed).Zip(reference, (figure, before) => figure - before));
                    }
                }

                return [.. all];
            },
            whole,
            progress,
            cancellationToken);
        if (result.Finished.Count == 0 && result.Failed.Count > 0)
            throw new InvalidOperationException($"No replication of the tornado gave figures. The first error: {result.Failed[0].Error}");
        return [.. plan.Figures.Select((name, figure) => new Tornado(
            name,
            result.Interval(figure),
            [.. assumptions
                .Select((assumption, index) => new TornadoBar(
                    assumption,
                    result.Interval(((1 + (2 * index)) * figures) + figure),
                    result.Interval(((2 + (2 * index)) * figures) + figure)))
                .OrderByDescending(bar => bar.Swing)]))];
    }
}
