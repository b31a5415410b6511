using Orleans.Concurrency;
using Territory.Model.Ids;

namespace Territory.Contracts.Following;

/// <summary>Plans a live region's next day once its distributors take no more orders (截单), keyed by the <see cref="RegionId"/>. A simulated market plans its evenings itself.</summary>
[Alias("territory.IOrderCutOffGrain")]
public interface IOrderCutOffGrain : IGrainWithStringKey
{
    /// <summary>Has a reminder look at the clock from now on, also after the grain is put away. To be called at every start of the process.</summary>
    [Alias("Arm")]
    Task Arm(CancellationToken cancellationToken = default);

    /// <summary>Proposes what is due and not proposed yet, and closes the days whose vehicles are all back; what the reminder does.</summary>
    [Alias("Look")]
    [ResponseTimeout("01:00:00")]
    Task Look(CancellationToken cancellationToken = default);

    /// <summary>The proposals that could not be made, and why; each is tried again.</summary>
    [Alias("GetFailures")]
    [AlwaysInterleave]
    [ReadOnly]
    Task<CutOffFailures> GetFailures(CancellationToken cancellationToken = default);
}
