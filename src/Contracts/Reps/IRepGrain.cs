using Orleans.Concurrency;

namespace Territory.Contracts.Reps;

/// <summary>One sales representative (业务员), keyed by their <see cref="Model.Ids.RepId"/>.</summary>
[Alias("territory.IRepGrain")]
public interface IRepGrain : IGrainWithStringKey
{
    [Alias("Register")]
    Task<CommandResult> Register(RegisterRep command, CancellationToken cancellationToken = default);

    [Alias("ChangeFile")]
    Task<CommandResult> ChangeFile(ChangeRepFile command, CancellationToken cancellationToken = default);

    [Alias("StartDay")]
    Task<CommandResult> StartDay(StartDay command, CancellationToken cancellationToken = default);

    [Alias("EndDay")]
    Task<CommandResult> EndDay(EndDay command, CancellationToken cancellationToken = default);

    [Alias("GetSnapshot")]
    [ReadOnly]
    Task<RepSnapshot?> GetSnapshot(CancellationToken cancellationToken = default);
}
