using Territory.Contracts;
using Territory.Contracts.Reps;
using Territory.Grains.Catalogues;
using Territory.Grains.Registers;
using Territory.Journal;
using Territory.ReadModel.Reps;

namespace Territory.Grains.Reps;

/// <summary>One sales representative.</summary>
[GrainType("rep")]
internal sealed class RepGrain(IJournal journal, RegionCatalogues catalogues, ChangeBoard board) : RegionalActor<RepState>(journal, catalogues, board), IRepGrain
{
    public Task<CommandResult> Register(RegisterRep command, CancellationToken cancellationToken = default) =>
        EnterAsync(command, command.File.Region, (state, catalogue) => RepDecisions.Register(state, command, Id, catalogue), cancellationToken);

    public Task<CommandResult> ChangeFile(ChangeRepFile command, CancellationToken cancellationToken = default) =>
        EnterAsync(command, command.File.Region, (state, catalogue) => RepDecisions.Change(state, command, Id, catalogue), cancellationToken);

    public Task<CommandResult> StartDay(StartDay command, CancellationToken cancellationToken = default) =>
        ExecuteAsync(command, state => RepDecisions.Start(state, command), cancellationToken);

    public Task<CommandResult> EndDay(EndDay command, CancellationToken cancellationToken = default) =>
        ExecuteAsync(command, state => RepDecisions.End(state, command), cancellationToken);

    public Task<RepSnapshot?> GetSnapshot(CancellationToken cancellationToken = default) =>
        Task.FromResult(State is { } state ? new RepSnapshot(state.File, Version, state.WorkingDay, state.StartedAt) : null);
}
