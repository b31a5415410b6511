using Territory.Contracts;
using Territory.Contracts.Vehicles;
using Territory.Grains.Actors;
using Territory.Grains.Catalogues;
using Territory.Journal;
using Territory.ReadModel.Vehicles;

namespace Territory.Grains.Vehicles;

/// <summary>One vehicle.</summary>
[GrainType("vehicle")]
internal sealed class VehicleGrain(IJournal journal, RegionCatalogues catalogues, ChangeBoard board) : JournaledActor<VehicleState>(journal), IVehicleGrain
{
    public async Task<CommandResult> Register(RegisterVehicle command, CancellationToken cancellationToken = default)
    {
        var catalogue = await catalogues.FindAsync(command.File.Region, cancellationToken);
        return board.NoteMasterData(await ExecuteAsync(command, state => VehicleDecisions.Register(state, command, Id, catalogue), cancellationToken));
    }

    public async Task<CommandResult> ChangeFile(ChangeVehicleFile command, CancellationToken cancellationToken = default)
    {
        var catalogue = await catalogues.FindAsync(command.File.Region, cancellationToken);
        return board.NoteMasterData(await ExecuteAsync(command, state => VehicleDecisions.Change(state, command, Id, catalogue), cancellationToken));
    }

    public Task<CommandResult> DepartTrip(DepartTrip command, CancellationToken cancellationToken = default) =>
        ExecuteAsync(command, state => VehicleDecisions.Depart(state, command), cancellationToken);

    public Task<CommandResult> ReturnTrip(ReturnTrip command, CancellationToken cancellationToken = default) =>
        ExecuteAsync(command, state => VehicleDecisions.Return(state, command), cancellationToken);

    public Task<VehicleSnapshot?> GetSnapshot(CancellationToken cancellationToken = default) =>
        Task.FromResult(State is { } state ? new VehicleSnapshot(state.File, Version, state.Plan, state.Trip, state.DepartedAt) : null);
}
