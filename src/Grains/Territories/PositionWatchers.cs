using Microsoft.Extensions.Logging;
using Territory.Contracts.Plans;
using Territory.Contracts.Territories;

namespace Territory.Grains.Territories;

/// <summary>Those who watch positions and runs. Best effort: who has not renewed for a while, or fails, is forgotten; at most a few hosts watch a region.</summary>
internal sealed partial class PositionWatchers(TimeProvider time, ILogger logger)
{
    /// <summary>More web hosts than one region has.</summary>
    private const int MostWatchers = 256;

    private static readonly TimeSpan Expiry = TimeSpan.FromSeconds(30);

    private readonly Dictionary<ITerritoryObserver, long> renewed = [];

    public int Count => renewed.Count;

    public void Add(ITerritoryObserver observer)
    {
        DropExpired();
        if (renewed.Count < MostWatchers || renewed.ContainsKey(observer))
            renewed[observer] = time.GetTimestamp();
    }

    public void Remove(ITerritoryObserver observer) => renewed.Remove(observer);

    public Task NotifyAsync(PositionReport report) => NotifyAsync(observer => observer.PositionsReported(report));

    public Task NotifyAsync(RunNews news) => NotifyAsync(observer => observer.RunAnnounced(news));

    private async Task NotifyAsync(Func<ITerritoryObserver, Task> tell)
    {
        DropExpired();
        foreach (var observer in renewed.Keys.ToArray())
        {
            try
            {
                await tell(observer);
            }
            catch (Exception failure)
            {
                LogDropped(failure);
                renewed.Remove(observer);
            }
        }
    }

    private void DropExpired()
    {
        foreach (var observer in renewed.Where(pair => time.GetElapsedTime(pair.Value) > Expiry).Select(pair => pair.Key).ToArray())
            renewed.Remove(observer);
    }

    [LoggerMessage(LogLevel.Debug, "A watcher of positions failed and is dropped.")]
    private partial void LogDropped(Exception failure);
}
