namespace Territory.Optimizer.Following;

/// <summary>How careful <see cref="ServiceLearning"/> is.</summary>
public sealed record ServiceLearningOptions
{
    /// <summary>Fewer deliveries at an outlet teach nothing.</summary>
    public int LeastObservations { get; init; } = 2;

    /// <summary>So many deliveries count as much as the rule; null: what the deliveries themselves say.</summary>
    public double? HalfBelievedObservations { get; init; }

    /// <summary>Assumed where there are too few deliveries to tell outlets from chance.</summary>
    public double UsualHalfBelievedObservations { get; init; } = 4;

    /// <summary>With fewer pairs of deliveries at the same outlet their spread is not trusted.</summary>
    public int LeastPairs { get; init; } = 20;

    /// <summary>A delivery that took longer than this many times the rule, or as many times shorter, counts as this; it was a lunch or a slip of the finger.</summary>
    public double MostTimes { get; init; } = 6;
}
