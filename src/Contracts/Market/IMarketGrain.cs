using Orleans.Concurrency;

namespace Territory.Contracts.Market;

/// <summary>The simulated market of one region, keyed by its <see cref="Model.Ids.RegionId"/>: it keeps the clock and sends what reps, drivers and shops would.</summary>
[Alias("territory.IMarketGrain")]
public interface IMarketGrain : IGrainWithStringKey
{
    [Alias("Open")]
    Task<CommandResult> Open(OpenMarket command, CancellationToken cancellationToken = default);

    [Alias("SetSpeed")]
    Task<CommandResult> SetSpeed(SetMarketSpeed command, CancellationToken cancellationToken = default);

    [Alias("Pause")]
    Task<CommandResult> Pause(PauseMarket command, CancellationToken cancellationToken = default);

    [Alias("Resume")]
    Task<CommandResult> Resume(ResumeMarket command, CancellationToken cancellationToken = default);

    [Alias("Advance")]
    [ResponseTimeout("01:00:00")]
    Task<CommandResult> Advance(AdvanceMarket command, CancellationToken cancellationToken = default);

    /// <summary>The clock; null where the region has no simulated market and runs on wall time.</summary>
    [Alias("GetClock")]
    [AlwaysInterleave]
    [ReadOnly]
    Task<MarketClock?> GetClock(CancellationToken cancellationToken = default);
}
