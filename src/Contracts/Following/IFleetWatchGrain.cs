using Orleans.Concurrency;
using Territory.Contracts.Territories;
using Territory.Model.Ids;

namespace Territory.Contracts.Following;

/// <summary>Watches the vehicles of one region, keyed by its <see cref="RegionId"/>: keeps their tracks of the day in bounded memory, forecasts, and notices what is out of the ordinary.</summary>
[Alias("territory.IFleetWatchGrain")]
public interface IFleetWatchGrain : IGrainWithStringKey
{
    /// <summary>Takes positions in. Ephemeral: what is lost is lost.</summary>
    [Alias("TakePositions")]
    [OneWay]
    Task TakePositions(PositionReport report);

    /// <summary>How the published plans of a day stand and will go on; null where the region does not exist.</summary>
    [Alias("GetFollowing")]
    Task<FleetFollowing?> GetFollowing(FollowDay question, CancellationToken cancellationToken = default);

    [Alias("Acknowledge")]
    Task<CommandResult> Acknowledge(AcknowledgeNotice command, CancellationToken cancellationToken = default);

    /// <summary>The tracks of a day; those of the day that is watched and of the one before are kept.</summary>
    [Alias("GetTracks")]
    Task<FleetTracks> GetTracks(AskForTracks question, CancellationToken cancellationToken = default);

    /// <summary>What the deliveries before a day have taught of the time at a distributor's outlets.</summary>
    [Alias("GetLessons")]
    Task<ServiceLessons> GetLessons(AskForLessons question, CancellationToken cancellationToken = default);
}
