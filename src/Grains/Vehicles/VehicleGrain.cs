using Territory.Contracts;
using Territory.Contracts.Vehicles;
using Territory.Grains.Actors;
using Territory.Grains.Catalogues;
using Territory.Grains.DispatchOrders;
using Territory.Grains.Registers;
using Territory.Journal;
using Territory.ReadModel.Vehicles;

namespace Territory.Grains.Vehicles;

/// <summary>One vehicle.</summary>
[GrainType("vehicle")]
internal sealed class VehicleGrain(IJournal journal, RegionCatalogues catalogues, ChangeBoard board, DispatchOrderIssuing orders)
    : RegionalActor<VehicleState>(journal, catalogues, board), IVehicleGrain
{
    public Task<CommandResult> Register(RegisterVehicle command, CancellationToken cancellationToken = default) =>
        EnterAsync(command, command.File.Region, (state, catalogue) => VehicleDecisions.Register(state, command, Id, catalogue), cancellationToken);

    public Task<CommandResult> ChangeFile(ChangeVehicleFile command, CancellationToken cancellationToken = default) =>
        EnterAsync(command, command.File.Region, (state, catalogue) => VehicleDecisions.Change(state, command, Id, catalogue), cancellationToken);

    public async Task<CommandResult> EnsureOrder(EnsureVehicleOrder command, CancellationToken cancellationToken = default) =>
        State is { } vehicle && await orders.FindAsync(vehicle.File, command.Day, command.Header, cancellationToken) is not null
            ? CommandResult.Done(Journal.Position)
            : Refusal.Of("trip.no-sheet").ToResult();

    public async Task<CommandResult> DepartTrip(DepartTrip command, CancellationToken cancellationToken = default)
    {
        // Nothing leaves without an order (凭单出车).
        var order = State is { } vehicle ? await orders.FindAsync(vehicle.File, command.Day, command.Header, cancellationToken) : null;
        return await ExecuteAsync(command, state => VehicleDecisions.Depart(state, command, order), cancellationToken);
    }

    public Task<CommandResult> ReturnTrip(ReturnTrip command, CancellationToken cancellationToken = default) =>
        ExecuteAsync(command, state => VehicleDecisions.Return(state, command), cancellationToken);

    public Task<CommandResult?> FindAnswer(CommandHeader command, CancellationToken cancellationToken = default) =>
        FirstAnswerAsync(command.Id, AnswerForms.Command, cancellationToken);

    public Task<VehicleSnapshot?> GetSnapshot(CancellationToken cancellationToken = default) =>
        Task.FromResult(State is { } state ? new VehicleSnapshot(state.File, Version, state.Plan, state.Trip, state.DepartedAt) : null);
}
