using Orleans.Concurrency;

namespace Territory.Contracts.DispatchOrders;

/// <summary>The order by which one vehicle leaves on one day (派遣单), keyed by <see cref="DispatchOrderKey"/>.</summary>
[Alias("territory.IDispatchOrderGrain")]
public interface IDispatchOrderGrain : IGrainWithStringKey
{
    [Alias("Issue")]
    Task<CommandResult> Issue(IssueDispatchOrder command, CancellationToken cancellationToken = default);

    [Alias("Cancel")]
    Task<CommandResult> Cancel(CancelDispatchOrder command, CancellationToken cancellationToken = default);

    [Alias("Sign")]
    Task<CommandResult> Sign(SignDispatchOrder command, CancellationToken cancellationToken = default);

    [Alias("Answer")]
    Task<CommandResult> Answer(AnswerDispatchOrder command, CancellationToken cancellationToken = default);

    [Alias("Close")]
    Task<CommandResult> Close(CloseDispatchOrder command, CancellationToken cancellationToken = default);

    /// <summary>Null where no order was ever issued.</summary>
    [Alias("GetSnapshot")]
    [ReadOnly]
    Task<DispatchOrderSnapshot?> GetSnapshot(CancellationToken cancellationToken = default);
}
