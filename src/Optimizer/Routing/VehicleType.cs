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

    /// <summary>Cost of each unit of time on the road, beside <see cref="CostPerDuration"/> of the whole day.</summary>
    public long CostPerDriving { get; init; }

    /// <summary>Cost of each unit of set-up and service time.</summary>
    public long CostPerService { get; init; }

    public long CostPerStop { get; init; }

    /// <summary>Cost of each unit of the profile's arc prices.</summary>
    public long CostPerPrice { get; init; } = 1;

    /// <summary>The part of a day beyond which <see cref="OvertimeCostPerDuration"/> is paid, beside <see cref="CostPerDuration"/>.</summary>
    public long RegularDuration { get; init; } = Interval.Unbounded;

    public long OvertimeCostPerDuration { get; init; }

    public long MaxDistance { get; init; } = Interval.Unbounded;

    /// <summary>The longest time on the road, without service, waiting and breaks.</summary>
    public long MaxDriving { get; init; } = Interval.Unbounded;

    public int MaxStops { get; init; } = int.MaxValue;

    public IReadOnlyList<int> Skills { get; init; } = [];

    /// <summary>Which lengths this type drives by: 0 the problem's own, 1 the first of <see cref="ProblemRules.Profiles"/>.</summary>
    public int Profile { get; init; }

    /// <summary>1000 drives as the profile says; 500 takes twice as long, rounded to the nearest unit.</summary>
    public int SpeedPermille { get; init; } = 1_000;

    /// <summary>Speeds by time of day, in ascending order of their beginnings; before the first the speed is 1000. They multiply with <see cref="SpeedPermille"/>. A profile with slots of its own has none.</summary>
    public IReadOnlyList<SpeedPeriod> SpeedPeriods { get; init; } = [];

    public IReadOnlyList<Break> Breaks { get; init; } = [];

    /// <summary>Within a trip all deliveries from the depot come before the first pickup for it (先送后取).</summary>
    public bool DeliversBeforePickups { get; init; }

    /// <summary>The stops, by client number, that the one vehicle of this type has been sent to already: its day begins with them, in this order.</summary>
    public IReadOnlyList<int> Prefix { get; init; } = [];

    /// <summary>Whether this type may serve each client, by client number; null: all.</summary>
    public IReadOnlyList<bool>? AllowedClients { get; init; }
}
