namespace Territory.Optimizer.Formats;

/// <summary>The vehicles of one depot of an instance, in the file's own units.</summary>
/// <param name="Vehicles">How many the file allows; null: as many as needed.</param>
/// <param name="LongestRoute">Travel and service of one route together; infinite where there is no limit.</param>
public sealed record InstanceFleet(int? Vehicles, long Capacity, double LongestRoute = double.PositiveInfinity)
{
    /// <summary>Whether these vehicles may serve each stop 1 to n, by its number less one; null: all.</summary>
    public IReadOnlyList<bool>? AllowedStops { get; init; }
}
