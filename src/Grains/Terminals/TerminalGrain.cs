using Territory.Contracts;
using Territory.Contracts.Terminals;
using Territory.Grains.Actors;
using Territory.Grains.Catalogues;
using Territory.Grains.Registers;
using Territory.Journal;
using Territory.Model.Ids;
using Territory.Model.Visits;
using Territory.ReadModel.Terminals;

namespace Territory.Grains.Terminals;

/// <summary>One outlet. The decisions are in the classes beside it; this one only fetches what they need.</summary>
[GrainType("terminal")]
internal sealed class TerminalGrain(IJournal journal, RegionCatalogues catalogues, ChangeBoard board)
    : RegionalActor<TerminalState>(journal, catalogues, board), ITerminalGrain
{
    private static readonly VisitProtocol Protocol = VisitProtocol.EightSteps;

    private RegionId? Region => State?.File.Region;

    public Task<CommandResult> Register(RegisterTerminal command, CancellationToken cancellationToken = default) =>
        EnterAsync(command, command.File.Region, (state, catalogue) => FileDecisions.Register(state, command, Id, catalogue), cancellationToken);

    public Task<CommandResult> ChangeFile(ChangeTerminalFile command, CancellationToken cancellationToken = default) =>
        EnterAsync(command, Region, (state, catalogue) => FileDecisions.Change(state, command, Id, catalogue), cancellationToken);

    public Task<CommandResult> Withdraw(WithdrawTerminal command, CancellationToken cancellationToken = default) =>
        EnterAsync(command, Region, (state, _) => FileDecisions.Withdraw(state, command), cancellationToken);

    public Task<CommandResult> SetOpeningStock(SetOpeningStock command, CancellationToken cancellationToken = default) =>
        ExecuteAsync(command, Region, (state, catalogue) => StockDecisions.SetOpening(state, command, catalogue), cancellationToken);

    public Task<CommandResult> SettleSales(SettleSales command, CancellationToken cancellationToken = default) =>
        ExecuteAsync(command, Region, (state, catalogue) => StockDecisions.Settle(state, command, catalogue), cancellationToken);

    public Task<CommandResult> StartVisit(StartVisit command, CancellationToken cancellationToken = default) =>
        ExecuteAsync(command, Region, (state, catalogue) => VisitDecisions.Start(state, command, catalogue), cancellationToken);

    public Task<CommandResult> RecordVisitStep(RecordVisitStep command, CancellationToken cancellationToken = default) =>
        ExecuteAsync(command, state => VisitDecisions.RecordStep(state, command, Protocol), cancellationToken);

    public Task<CountResult> CountStock(CountStock command, CancellationToken cancellationToken = default) =>
        ExecuteAsync(command, Region, (state, catalogue) => StockDecisions.Count(state, command, catalogue), AnswerForms.Count, cancellationToken);

    public async Task<CommandResult> PlaceOrder(PlaceOrder command, CancellationToken cancellationToken = default)
    {
        var isTaken = await IsTakenAsync(command.Order, cancellationToken);
        return await ExecuteAsync(command, Region, (state, catalogue) => OrderDecisions.Place(state, command, catalogue, isTaken), cancellationToken);
    }

    public Task<CommandResult> CancelOrder(CancelOrder command, CancellationToken cancellationToken = default) =>
        ExecuteAsync(command, state => OrderDecisions.Cancel(state, command), cancellationToken);

    public async Task<CommandResult> SplitOrder(SplitOrder command, CancellationToken cancellationToken = default)
    {
        var isTaken = await IsTakenAsync(command.NewOrder, cancellationToken);
        return await ExecuteAsync(command, state => SplitDecisions.Split(state, command, isTaken), cancellationToken);
    }

    public Task<CommandResult> CompleteVisit(CompleteVisit command, CancellationToken cancellationToken = default) =>
        ExecuteAsync(command, Region, (state, catalogue) => VisitDecisions.Complete(state, command, catalogue, Protocol), cancellationToken);

    public Task<StockResult> ReceiveDelivery(ReceiveDelivery command, CancellationToken cancellationToken = default) =>
        ExecuteAsync(command, Region, (state, catalogue) => DeliveryDecisions.Receive(state, command, catalogue), AnswerForms.Stock, cancellationToken);

    public Task<CommandResult> ReceivePayment(ReceivePayment command, CancellationToken cancellationToken = default) =>
        ExecuteAsync(command, Region, (state, catalogue) => OrderDecisions.Pay(state, command, catalogue), cancellationToken);

    public async Task<TerminalSnapshot?> GetSnapshot(CancellationToken cancellationToken = default)
    {
        var (state, version) = (State, Version);
        return state is null ? null : TerminalViews.Snapshot(state, version, await CatalogueAsync(state.File.Region, cancellationToken));
    }

    private async ValueTask<bool> IsTakenAsync(OrderId order, CancellationToken cancellationToken)
    {
        using var snapshot = await Journal.OpenSnapshotAsync(cancellationToken);
        using var rows = snapshot.Query("SELECT 1 FROM orders WHERE id = ?1", order.Value ?? "");
        return rows.Read();
    }
}
