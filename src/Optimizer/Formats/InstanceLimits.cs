namespace Territory.Optimizer.Formats;

/// <summary>What an instance may ask for; beyond it a file is refused before memory is.</summary>
internal static class InstanceLimits
{
    public const int MostStops = 20_000;
    public const double LargestCoordinate = 10_000_000;
    public const double LatestTime = 100_000_000;
    public const long LargestLoad = 1_000_000_000_000;
    public const long LargestWeight = 100_000_000;
    public const long LargestCost = 1_000_000_000;
}
