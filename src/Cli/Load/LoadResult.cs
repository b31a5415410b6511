namespace Territory.Cli.Load;

/// <summary>What a load run did and found.</summary>
/// <param name="Lost">Acknowledged commands that are not stored.</param>
/// <param name="Doubled">Commands that are stored more than once.</param>
internal sealed record LoadResult(int Commands, double PerSecond, double MedianMilliseconds, double Percentile99Milliseconds, int Lost, int Doubled);
