namespace Territory.Optimizer.Formats;

/// <summary>Equal vehicles of one depot of an instance, in the file's own units.</summary>
/// <param name="Vehicles">How many the file allows; null: as many as needed.</param>
/// <param name="LongestRoute">Travel, waiting and service of one route together, from its latest departure on; infinite where there is no limit.</param>
public sealed record InstanceFleet(int? Vehicles, long Capacity, double LongestRoute = double.PositiveInfinity)
{
    /// <summary>Where they start and end, counted from zero; null: fleet i is of depot i.</summary>
    public int? Depot { get; init; }

    public double LongestDistance { get; init; } = double.PositiveInfinity;

    /// <summary>Of each vehicle that is used.</summary>
    public long FixedCost { get; init; }

    public long CostPerDistance { get; init; } = 1;

    /// <summary>Whether these vehicles may serve each stop 1 to n, by its number less one; null: all.</summary>
    public IReadOnlyList<bool>? AllowedStops { get; init; }
}
