using Orleans.Concurrency;
using Territory.Contracts.Plans;

namespace Territory.Contracts.Following;

/// <summary>The delivery day of one distributor, keyed by <see cref="PlanKey"/>. A simulated market closes its days itself; a live one when all vehicles are back or a dispatcher says so.</summary>
[Alias("territory.IDeliveryDayGrain")]
public interface IDeliveryDayGrain : IGrainWithStringKey
{
    [Alias("Close")]
    Task<CommandResult> Close(CloseDeliveryDay command, CancellationToken cancellationToken = default);

    /// <summary>Null while the day goes on.</summary>
    [Alias("GetSnapshot")]
    [ReadOnly]
    Task<DeliveryDaySnapshot?> GetSnapshot(CancellationToken cancellationToken = default);
}
