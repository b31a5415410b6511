namespace Territory.Simulation.Lab.Statistics;

/// <summary>Two scenarios as one model, so that replications stop when the interval of their difference is narrow enough.</summary>
/// <param name="figures">Names of the figures of either scenario.</param>
public sealed class PairedModel(ReplicationModel baseline, ReplicationModel scenario, IReadOnlyList<string> figures)
{
    /// <summary>The figures of the baseline, of the scenario, and of scenario minus baseline, which is where a bound on a difference goes.</summary>
    public IReadOnlyList<string> Figures { get; } =
        [.. figures.Select(name => $"baseline {name}"), .. figures.Select(name => $"scenario {name}"), .. figures.Select(name => $"difference {name}")];

    /// <summary>Where the difference of a figure stands in <see cref="Figures"/>.</summary>
    public int DifferenceOf(int figure) => (2 * figures.Count) + figure;

    public double[] Run(ulong seed, bool antithetic, CancellationToken cancellationToken)
    {
        var one = baseline(seed, antithetic, cancellationToken);
        var other = scenario(seed, antithetic, cancellationToken);
        return [.. one, .. other, .. other.Zip(one, (s, b) => s - b)];
    }

    /// <summary>The comparison, of what running this model gave.</summary>
    public PairedComparison Compare(ReplicationResult result, MultipleTests correction) =>
        PairedComparison.Of(Part(result, 0), Part(result, 1), correction);

    private ReplicationResult Part(ReplicationResult result, int part) => result with
    {
        Plan = result.Plan with { Figures = figures, Stopping = null },
        Finished =
        [
            .. result.Finished.Select(replication => replication with
            {
                Figures = [.. replication.Figures.Skip(part * figures.Count).Take(figures.Count)],
            }),
        ],
    };
}
