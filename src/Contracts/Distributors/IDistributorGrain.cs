using Orleans.Concurrency;

namespace Territory.Contracts.Distributors;

/// <summary>One distributor (经销商) with its depot, keyed by its <see cref="Model.Ids.DistributorId"/>.</summary>
[Alias("territory.IDistributorGrain")]
public interface IDistributorGrain : IGrainWithStringKey
{
    [Alias("Register")]
    Task<CommandResult> Register(RegisterDistributor command, CancellationToken cancellationToken = default);

    [Alias("ReceiveGoods")]
    Task<CommandResult> ReceiveGoods(ReceiveGoods command, CancellationToken cancellationToken = default);

    [Alias("ShipGoods")]
    Task<CommandResult> ShipGoods(ShipGoods command, CancellationToken cancellationToken = default);

    [Alias("ReturnGoods")]
    Task<CommandResult> ReturnGoods(ReturnGoods command, CancellationToken cancellationToken = default);

    [Alias("GetSnapshot")]
    [ReadOnly]
    Task<DistributorSnapshot?> GetSnapshot(CancellationToken cancellationToken = default);
}
