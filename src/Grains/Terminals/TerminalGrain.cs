using Territory.Contracts;
using Territory.Contracts.Terminals;
using Territory.Grains.Actors;
using Territory.Grains.Catalogues;
using Territory.Journal;
using Territory.Model.Ids;
using Territory.Model.Visits;
using Territory.ReadModel.Terminals;

namespace Territory.Grains.Terminals;

/// <summary>One outlet. The decisions are in the classes beside it; this one only fetches what they need.</summary>
[GrainType("terminal")]
internal sealed class TerminalGrain(IJournal journal, RegionCatalogues catalogues, ChangeBoard board) : JournaledActor<TerminalState>(journal), ITerminalGrain
{
    private static readonly VisitProtocol Protocol = VisitProtocol.EightSteps;

    public async Task<CommandResult> Register(RegisterTerminal command, CancellationToken cancellationToken = default)
    {
        var catalogue = await catalogues.FindAsync(command.File.Region, cancellationToken);
        return board.NoteMasterData(await ExecuteAsync(command, state => FileDecisions.Register(state, command, Id, catalogue), cancellationToken));
    }

    public async Task<CommandResult> ChangeFile(ChangeTerminalFile command, CancellationToken cancellationToken = default)
    {
        var catalogue = await CatalogueAsync(cancellationToken);
        return board.NoteMasterData(await ExecuteAsync(command, state => FileDecisions.Change(state, command, Id, catalogue), cancellationToken));
    }

    public async Task<CommandResult> Withdraw(WithdrawTerminal command, CancellationToken cancellationToken = default) =>
        board.NoteMasterData(await ExecuteAsync(command, state => FileDecisions.Withdraw(state, command), cancellationToken));

    public async Task<CommandResult> SetOpeningStock(SetOpeningStock command, CancellationToken cancellationToken = default)
    {
        var catalogue = await CatalogueAsync(cancellationToken);
        return await ExecuteAsync(command, state => StockDecisions.SetOpening(state, command, catalogue), cancellationToken);
    }

    public async Task<CommandResult> SettleSales(SettleSales command, CancellationToken cancellationToken = default)
    {
        var catalogue = await CatalogueAsync(cancellationToken);
        return await ExecuteAsync(command, state => StockDecisions.Settle(state, command, catalogue), cancellationToken);
    }

    public async Task<CommandResult> StartVisit(StartVisit command, CancellationToken cancellationToken = default)
    {
        var catalogue = await CatalogueAsync(cancellationToken);
        return await ExecuteAsync(command, state => VisitDecisions.Start(state, command, catalogue), cancellationToken);
    }

    public Task<CommandResult> RecordVisitStep(RecordVisitStep command, CancellationToken cancellationToken = default) =>
        ExecuteAsync(command, state => VisitDecisions.RecordStep(state, command, Protocol), cancellationToken);

    public async Task<CountResult> CountStock(CountStock command, CancellationToken cancellationToken = default)
    {
        var catalogue = await CatalogueAsync(cancellationToken);
        return await ExecuteAsync(command, state => StockDecisions.Count(state, command, catalogue), AnswerForms.Count, cancellationToken);
    }

    public async Task<CommandResult> PlaceOrder(PlaceOrder command, CancellationToken cancellationToken = default)
    {
        var catalogue = await CatalogueAsync(cancellationToken);
        var isTaken = await IsTakenAsync(command.Order, cancellationToken);
        return await ExecuteAsync(command, state => OrderDecisions.Place(state, command, catalogue, isTaken), cancellationToken);
    }

    public Task<CommandResult> CancelOrder(CancelOrder command, CancellationToken cancellationToken = default) =>
        ExecuteAsync(command, state => OrderDecisions.Cancel(state, command), cancellationToken);

    public async Task<CommandResult> CompleteVisit(CompleteVisit command, CancellationToken cancellationToken = default)
    {
        var catalogue = await CatalogueAsync(cancellationToken);
        return await ExecuteAsync(command, state => VisitDecisions.Complete(state, command, catalogue, Protocol), cancellationToken);
    }

    public async Task<StockResult> ReceiveDelivery(ReceiveDelivery command, CancellationToken cancellationToken = default)
    {
        var catalogue = await CatalogueAsync(cancellationToken);
        return await ExecuteAsync(command, state => DeliveryDecisions.Receive(state, command, catalogue), AnswerForms.Stock, cancellationToken);
    }

    public async Task<CommandResult> ReceivePayment(ReceivePayment command, CancellationToken cancellationToken = default)
    {
        var catalogue = await CatalogueAsync(cancellationToken);
        return await ExecuteAsync(command, state => OrderDecisions.Pay(state, command, catalogue), cancellationToken);
    }

    public async Task<TerminalSnapshot?> GetSnapshot(CancellationToken cancellationToken = default)
    {
        var (state, version) = (State, Version);
        return state is null ? null : TerminalViews.Snapshot(state, version, await catalogues.FindAsync(state.File.Region, cancellationToken));
    }

    private ValueTask<RegionCatalogue?> CatalogueAsync(CancellationToken cancellationToken) =>
        State is { } state ? catalogues.FindAsync(state.File.Region, cancellationToken) : default;

    private async ValueTask<bool> IsTakenAsync(OrderId order, CancellationToken cancellationToken)
    {
        using var snapshot = await Journal.OpenSnapshotAsync(cancellationToken);
        using var rows = snapshot.Query("SELECT 1 FROM orders WHERE id = ?1", order.Value ?? "");
        return rows.Read();
    }
}
