namespace Territory.Optimizer.Routing;

/// <summary>A number of equal vehicles. Times, distances and costs are in the problem's units.</summary>
public sealed record VehicleType
{
    public required Load Capacity { get; init; }

    public int Count { get; init; } = 1;

    public int StartDepot { get; init; }

    /// <summary>Where the last trip ends. Reloading between trips is at <see cref="StartDepot"/>.</summary>
    public int EndDepot { get; init; }

    /// <summary>When the vehicle may leave for its first trip.</summary>
    public Interval Start { get; init; } = Interval.Always;

    /// <summary>The latest return.</summary>
    public long LatestEnd { get; init; } = Interval.Unbounded;

    public long MaxDuration { get; init; } = Interval.Unbounded;

    public int MaxTrips { get; init; } = 1;

    /// <summary>Time at the depot between two trips.</summary>
    public long ReloadDuration { get; init; }

    public long FixedCost { get; init; }

    public long CostPerDistance { get; init; } = 1;

    public long CostPerDuration { get; init; }

    /// <summary>Whether this type may serve each client, by client number; null: all.</summary>
    public IReadOnlyList<bool>? AllowedClients { get; init; }
}
