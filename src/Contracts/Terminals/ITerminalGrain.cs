using Orleans.Concurrency;

namespace Territory.Contracts.Terminals;

/// <summary>One outlet (终端), keyed by its <see cref="Model.Ids.TerminalId"/>.</summary>
[Alias("territory.ITerminalGrain")]
public interface ITerminalGrain : IGrainWithStringKey
{
    [Alias("Register")]
    Task<CommandResult> Register(RegisterTerminal command, CancellationToken cancellationToken = default);

    [Alias("ChangeFile")]
    Task<CommandResult> ChangeFile(ChangeTerminalFile command, CancellationToken cancellationToken = default);

    [Alias("Withdraw")]
    Task<CommandResult> Withdraw(WithdrawTerminal command, CancellationToken cancellationToken = default);

    [Alias("SetOpeningStock")]
    Task<CommandResult> SetOpeningStock(SetOpeningStock command, CancellationToken cancellationToken = default);

    [Alias("SettleSales")]
    Task<CommandResult> SettleSales(SettleSales command, CancellationToken cancellationToken = default);

    [Alias("StartVisit")]
    Task<CommandResult> StartVisit(StartVisit command, CancellationToken cancellationToken = default);

    [Alias("RecordVisitStep")]
    Task<CommandResult> RecordVisitStep(RecordVisitStep command, CancellationToken cancellationToken = default);

    [Alias("CountStock")]
    Task<CountResult> CountStock(CountStock command, CancellationToken cancellationToken = default);

    [Alias("PlaceOrder")]
    Task<CommandResult> PlaceOrder(PlaceOrder command, CancellationToken cancellationToken = default);

    [Alias("CancelOrder")]
    Task<CommandResult> CancelOrder(CancelOrder command, CancellationToken cancellationToken = default);

    [Alias("SplitOrder")]
    Task<CommandResult> SplitOrder(SplitOrder command, CancellationToken cancellationToken = default);

    [Alias("CompleteVisit")]
    Task<CommandResult> CompleteVisit(CompleteVisit command, CancellationToken cancellationToken = default);

    [Alias("ReceiveDelivery")]
    Task<StockResult> ReceiveDelivery(ReceiveDelivery command, CancellationToken cancellationToken = default);

    [Alias("ReceivePayment")]
    Task<CommandResult> ReceivePayment(ReceivePayment command, CancellationToken cancellationToken = default);

    /// <summary>The outlet as it is now; null where no such outlet is registered.</summary>
    [Alias("GetSnapshot")]
    [ReadOnly]
    Task<TerminalSnapshot?> GetSnapshot(CancellationToken cancellationToken = default);
}
