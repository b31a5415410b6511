using System.Collections.Concurrent;
using Territory.Contracts.Market;
using Territory.Model.Ids;
using Territory.Model.Regions;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Clock;

/// <summary>The clocks of the regions.</summary>
public sealed class RegionClocks(IGrainFactory grains, RegionQueries regions, TimeProvider time)
{
    /// <summary>A region's time zone and calendar hardly ever change, and it gets a market once; a market's clock is asked for each time.</summary>
    private static readonly TimeSpan RegionFreshness = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<RegionId, (Region Region, bool HasMarket, long ReadAt)> _regions = new();

    /// <summary>The time in a region; null when there is no such region.</summary>
    public async Task<RegionTime?> FindAsync(RegionId id, CancellationToken cancellationToken)
    {
        if (await RegionAsync(id, cancellationToken) is not var (region, hasMarket))
            return null;
        if (hasMarket && await grains.GetGrain<IMarketGrain>(id.Value).GetClock(cancellationToken) is { } clock)
            return new RegionTime(region, Local(region, clock.Now), clock.Speed, clock.TrueSpeed, clock.Running, clock.Live, Simulated: true);
        return new RegionTime(region, Local(region, time.GetUtcNow()), 1, 1, Running: true, Live: true, Simulated: false);
    }

    /// <summary>The time in a region that is known to exist.</summary>
    public async Task<RegionTime> NowAsync(RegionId id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ?? throw new InvalidOperationException($"There is no region {id}.");

    private static DateTimeOffset Local(Region region, DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(region.TimeZone));

    private async ValueTask<(Region Region, bool HasMarket)?> RegionAsync(RegionId id, CancellationToken cancellationToken)
    {
        if (_regions.TryGetValue(id, out var known) && time.GetElapsedTime(known.ReadAt) < RegionFreshness)
            return (known.Region, known.HasMarket);
        var readAt = time.GetTimestamp();
        var found = await regions.FindClockedAsync(id, cancellationToken);
        if (found is var (region, hasMarket))
            _regions[id] = (region, hasMarket, readAt);
        return found;
    }
}
