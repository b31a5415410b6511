using Territory.Contracts;
using Territory.Contracts.Distributors;
using Territory.Grains.Catalogues;
using Territory.Grains.Registers;
using Territory.Journal;
using Territory.Model.Ids;
using Territory.ReadModel.Distributors;

namespace Territory.Grains.Distributors;

/// <summary>One distributor with its depot.</summary>
[GrainType("distributor")]
internal sealed class DistributorGrain(IJournal journal, RegionCatalogues catalogues, ChangeBoard board)
    : RegionalActor<DistributorState>(journal, catalogues, board), IDistributorGrain
{
    private RegionId? Region => State?.File.Region;

    public Task<CommandResult> Register(RegisterDistributor command, CancellationToken cancellationToken = default) =>
        EnterAsync(command, command.File.Region, (state, catalogue) => DistributorDecisions.Register(state, command, Id, catalogue), cancellationToken);

    public Task<CommandResult> ReceiveGoods(ReceiveGoods command, CancellationToken cancellationToken = default) =>
        ExecuteAsync(command, Region, (state, catalogue) => DistributorDecisions.Receive(state, command, catalogue), cancellationToken);

    public Task<CommandResult> ShipGoods(ShipGoods command, CancellationToken cancellationToken = default) =>
        ExecuteAsync(command, Region, (state, catalogue) => DistributorDecisions.Ship(state, command, catalogue), cancellationToken);

    public Task<CommandResult> ReturnGoods(ReturnGoods command, CancellationToken cancellationToken = default) =>
        ExecuteAsync(command, Region, (state, catalogue) => DistributorDecisions.Return(state, command, catalogue), cancellationToken);

    public Task<DistributorSnapshot?> GetSnapshot(CancellationToken cancellationToken = default) =>
        Task.FromResult(State is { } state ? new DistributorSnapshot(state.File, Version, state.Stock) : null);
}
