namespace Territory.Roads.Matching;

/// <summary>When a passage tells of the traffic, and how many are believed.</summary>
public sealed record LearnedSpeedsOptions
{
    /// <summary>Directions of segments passed less often than this are left out.</summary>
    public int LeastObservations { get; init; } = 3;

    /// <summary>As many observations as this count half; 0: the median is taken as it is.</summary>
    public double HalfBelievedObservations { get; init; } = 4;

    /// <summary>A passage that covers less of its segment is left out.</summary>
    public double LeastShare { get; init; } = 0.5;

    /// <summary>Whoever stands longer than this delivers, and does not wait for traffic.</summary>
    public int MostStandingSeconds { get; init; } = 90;

    /// <summary>A passage whose speed is a smaller share of the profile's is no observation of traffic.</summary>
    public double LeastFactor { get; init; } = 0.05;

    /// <summary>A passage whose speed is a greater multiple of the profile's is no observation of traffic.</summary>
    public double MostFactor { get; init; } = 5;
}
