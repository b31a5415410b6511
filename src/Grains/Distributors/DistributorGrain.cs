using Territory.Contracts;
using Territory.Contracts.Distributors;
using Territory.Grains.Actors;
using Territory.Grains.Catalogues;
using Territory.Journal;
using Territory.ReadModel.Distributors;

namespace Territory.Grains.Distributors;

/// <summary>One distributor with its depot.</summary>
[GrainType("distributor")]
internal sealed class DistributorGrain(IJournal journal, RegionCatalogues catalogues, ChangeBoard board) : JournaledActor<DistributorState>(journal), IDistributorGrain
{
    public async Task<CommandResult> Register(RegisterDistributor command, CancellationToken cancellationToken = default)
    {
        var catalogue = await catalogues.FindAsync(command.File.Region, cancellationToken);
        return board.NoteMasterData(await ExecuteAsync(command, state => DistributorDecisions.Register(state, command, Id, catalogue), cancellationToken));
    }

    public async Task<CommandResult> ReceiveGoods(ReceiveGoods command, CancellationToken cancellationToken = default)
    {
        var catalogue = await CatalogueAsync(cancellationToken);
        return await ExecuteAsync(command, state => DistributorDecisions.Receive(state, command, catalogue), cancellationToken);
    }

    public async Task<CommandResult> ShipGoods(ShipGoods command, CancellationToken cancellationToken = default)
    {
        var catalogue = await CatalogueAsync(cancellationToken);
        return await ExecuteAsync(command, state => DistributorDecisions.Ship(state, command, catalogue), cancellationToken);
    }

    public async Task<CommandResult> ReturnGoods(ReturnGoods command, CancellationToken cancellationToken = default)
    {
        var catalogue = await CatalogueAsync(cancellationToken);
        return await ExecuteAsync(command, state => DistributorDecisions.Return(state, command, catalogue), cancellationToken);
    }

    public Task<DistributorSnapshot?> GetSnapshot(CancellationToken cancellationToken = default) =>
        Task.FromResult(State is { } state ? new DistributorSnapshot(state.File, Version, state.Stock) : null);

    private ValueTask<RegionCatalogue?> CatalogueAsync(CancellationToken cancellationToken) =>
        State is { } state ? catalogues.FindAsync(state.File.Region, cancellationToken) : default;
}
