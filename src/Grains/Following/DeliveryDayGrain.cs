using Territory.Contracts;
using Territory.Contracts.Following;
using Territory.Contracts.Plans;
using Territory.Grains.Actors;
using Territory.Grains.Catalogues;
using Territory.Journal;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Distributors;
using Territory.ReadModel.Following;

namespace Territory.Grains.Following;

/// <summary>The delivery day of one distributor, until it is closed and after.</summary>
[GrainType("delivery-day")]
internal sealed class DeliveryDayGrain(IJournal journal, RegionCatalogues catalogues) : JournaledActor<DeliveryDayState>(journal), IDeliveryDayGrain
{
    public async Task<CommandResult> Close(CloseDeliveryDay command, CancellationToken cancellationToken = default)
    {
        var (party, date) = PlanKey.Parse(Id);
        var (found, _) = await ActorStates.FindAsync<DistributorState>(Journal, party, cancellationToken);
        if (found is null || await catalogues.FindAsync(found.File.Region, cancellationToken) is not { } catalogue)
            return Refusal.Of("distributor.unknown", ("distributor", party)).ToResult();
        if (date > catalogue.DayOf(command.Header.At))
            return Refusal.Of("day.not-begun", ("date", Figures.Text(date))).ToResult();
        using var snapshot = await Journal.OpenSnapshotAsync(cancellationToken);
        var (carried, stillOut, _) = DayCloseQuery.Standing(snapshot, catalogue.Region, found.File.Id, date);
        var closed = new DeliveryDayClosed(found.File.Id, date, command.Header.At, command.Header.Actor, carried, stillOut);
        return await ExecuteAsync(
            command,
            state => state is null
                ? Decide.Accept<DeliveryDayState>(closed)
                : Decide.Refuse<DeliveryDayState>(Refusal.Of("day.already-closed", ("at", Figures.Text(state.Closed.At)), ("by", state.Closed.By.Value))),
            cancellationToken);
    }

    public Task<DeliveryDaySnapshot?> GetSnapshot(CancellationToken cancellationToken = default) => Task.FromResult(
        State is { Closed: { } closed } ? new DeliveryDaySnapshot(closed.Day, closed.At, closed.By, closed.Carried, closed.StillOut) : null);
}
