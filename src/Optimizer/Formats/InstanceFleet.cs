namespace Territory.Optimizer.Formats;

/// <summary>Equal vehicles of one depot of an instance, in the file's own units.</summary>
/// <param name="Vehicles">How many the file allows; null: as many as needed.</param>
/// <param name="LongestRoute">Travel, waiting and service of one route together, from its latest departure on; infinite where there is no limit.</param>
public sealed record InstanceFleet(int? Vehicles, long Capacity, double LongestRoute = double.PositiveInfinity)
{
    /// <summary>The second and third dimension of <see cref="Capacity"/>; zero where loads have one.</summary>
    public (long Second, long Third) FurtherCapacity { get; init; }

    /// <summary>Where they start and end, counted from zero; null: fleet i is of depot i.</summary>
    public int? Depot { get; init; }

    public double LongestDistance { get; init; } = double.PositiveInfinity;

    /// <summary>How many trips one after the other a vehicle may make, reloading at its depot between them.</summary>
    public int MostTrips { get; init; } = 1;

    /// <summary>Of each vehicle that is used.</summary>
    public long FixedCost { get; init; }

    public long CostPerDistance { get; init; } = 1;

    /// <summary>Whether these vehicles may serve each stop 1 to n, by its number less one; null: all.</summary>
    public IReadOnlyList<bool>? AllowedStops { get; init; }

    public long CapacityIn(int dimension) => dimension == 0 ? Capacity : dimension == 1 ? FurtherCapacity.Second : FurtherCapacity.Third;
}
