using Territory.Contracts;
using Territory.Contracts.Vehicles;
using Territory.Grains.Actors;
using Territory.Grains.Catalogues;
using Territory.Grains.DispatchOrders;
using Territory.Grains.Registers;
using Territory.Model.DispatchOrders;
using Territory.Model.Quantities;
using Territory.Model.Vehicles;
using Territory.ReadModel.Vehicles;
using static Territory.Grains.Actors.Figures;

namespace Territory.Grains.Vehicles;

/// <summary>Decisions on a vehicle's file and trips.</summary>
internal static class VehicleDecisions
{
    private static readonly Refusal Unknown = Refusal.Of("vehicle.unknown");

    private static readonly FileRegister Entries = new("vehicle", Taken: "vehicle.already-registered", WrongKey: "vehicle.wrong-key");

    public static Decision<VehicleState, CommandResult> Register(VehicleState? state, RegisterVehicle command, string id, RegionCatalogue? catalogue) =>
        (Entries.CheckNew(state is not null, command.File.Id.Value, id, catalogue) ?? Check(command.File)) is { } refusal
            ? Decide.Refuse<VehicleState>(refusal)
            : Decide.Accept<VehicleState>(new VehicleRegistered(command.File));

    public static Decision<VehicleState, CommandResult> Change(VehicleState? state, ChangeVehicleFile command, string id, RegionCatalogue? catalogue)
    {
        if (state is null)
            return Decide.Refuse<VehicleState>(Unknown);
        if (command.File.Region != state.File.Region)
            return Decide.Refuse<VehicleState>(Refusal.Of("vehicle.region-fixed", ("region", state.File.Region.Value)));
        return (Entries.CheckPlace(command.File.Id.Value, id, catalogue) ?? Check(command.File)) is { } refusal
            ? Decide.Refuse<VehicleState>(refusal)
            : Decide.Accept<VehicleState>(new VehicleFileChanged(command.File));
    }

    public static Decision<VehicleState, CommandResult> Depart(VehicleState? state, DepartTrip command, DispatchOrder? order)
    {
        if (state is null)
            return Decide.Refuse<VehicleState>(Unknown);
        if (!state.File.InService)
            return Decide.Refuse<VehicleState>(Refusal.Of("vehicle.out-of-service"));
        if (state.Trip is { } trip)
            return Decide.Refuse<VehicleState>(Refusal.Of("trip.already-departed", ("trip", Text(trip)), ("plan", state.Plan?.Value ?? "")));
        if (command.Trip < 0)
            return Decide.Refuse<VehicleState>(Refusal.Of("trip.number", ("trip", Text(command.Trip))));
        if (command.Day < state.LastDay)
            return Decide.Refuse<VehicleState>(Refusal.Of("trip.earlier-day", ("day", Text(command.Day)), ("last", Text(state.LastDay.Value))));
        if (state.LastDay == command.Day && command.Trip <= state.LastTrip)
            return Decide.Refuse<VehicleState>(Refusal.Of("trip.already-made", ("trip", Text(command.Trip))));
        return DispatchOrderDecisions.CheckDeparture(order, command.OrderVersion) is { } refusal
            ? Decide.Refuse<VehicleState>(refusal)
            : Decide.Accept<VehicleState>(new TripDeparted(command.Plan, command.Trip, command.Day, command.Header.At, command.Orders));
    }

    public static Decision<VehicleState, CommandResult> Return(VehicleState? state, ReturnTrip command)
    {
        if (state is null)
            return Decide.Refuse<VehicleState>(Unknown);
        if (state.Trip != command.Trip || state.Day != command.Day)
            return Decide.Refuse<VehicleState>(Refusal.Of("trip.not-departed", ("trip", Text(command.Trip))));
        if (command.Header.At < state.DepartedAt)
            return Decide.Refuse<VehicleState>(Refusal.Of("trip.returns-before-departure"));
        return command.Driven < Distance.Zero
            ? Decide.Refuse<VehicleState>(Refusal.Of("trip.distance-negative"))
            : Decide.Accept<VehicleState>(new TripReturned(command.Plan, command.Trip, command.Day, command.Driven, command.Header.At));
    }

    private static Refusal? Check(VehicleFile file)
    {
        if (string.IsNullOrWhiteSpace(file.Plate))
            return Refusal.Of("vehicle.plate-missing");
        if (file.Capacity.Cases < Cases.Zero || file.Capacity.Mass < Mass.Zero || file.Capacity.Volume < Volume.Zero)
            return Refusal.Of("vehicle.capacity-negative");
        if (file.MaxTrips < 1)
            return Refusal.Of("vehicle.trips-invalid", ("maxTrips", Text(file.MaxTrips)));
        return file.Shift.IsEmpty ? Refusal.Of("vehicle.shift-reversed") : null;
    }
}
