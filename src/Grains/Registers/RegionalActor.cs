using Territory.Contracts;
using Territory.Grains.Actors;
using Territory.Grains.Catalogues;
using Territory.Journal;
using Territory.Model.Ids;
using Territory.ReadModel.Actors;

namespace Territory.Grains.Registers;

/// <summary>An actor with a file in a region's master data, whose commands are decided with the region's catalogue.</summary>
internal abstract class RegionalActor<TState>(IJournal journal, RegionCatalogues catalogues, ChangeBoard board) : JournaledActor<TState>(journal)
    where TState : class, IActorState<TState>
{
    /// <summary>Enters, changes or takes back the actor's file; an accepted change of master data is counted.</summary>
    /// <param name="region">The region whose catalogue the decision gets; without one, or where it is unknown, it gets none.</param>
    protected async Task<CommandResult> EnterAsync(
        ICommand command, RegionId? region, Func<TState?, RegionCatalogue?, Decision<TState, CommandResult>> decide, CancellationToken cancellationToken) =>
        board.NoteMasterData(await ExecuteAsync(command, region, decide, cancellationToken));

    protected Task<CommandResult> ExecuteAsync(
        ICommand command, RegionId? region, Func<TState?, RegionCatalogue?, Decision<TState, CommandResult>> decide, CancellationToken cancellationToken) =>
        ExecuteAsync(command, region, decide, AnswerForms.Command, cancellationToken);

    /// <summary>Carries out a command on the state and the catalogue of a region.</summary>
    protected async Task<TAnswer> ExecuteAsync<TAnswer>(
        ICommand command, RegionId? region, Func<TState?, RegionCatalogue?, Decision<TState, TAnswer>> decide, AnswerForm<TAnswer> form,
        CancellationToken cancellationToken)
        where TAnswer : class
    {
        var catalogue = await CatalogueAsync(region, cancellationToken);
        return await ExecuteAsync(command, state => decide(state, catalogue), form, cancellationToken);
    }

    /// <summary>The catalogue of a region; null without one, or where it is unknown.</summary>
    protected ValueTask<RegionCatalogue?> CatalogueAsync(RegionId? region, CancellationToken cancellationToken) =>
        region is { } known ? catalogues.FindAsync(known, cancellationToken) : default;
}
