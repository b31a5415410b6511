using System.Text.Json.Serialization.Metadata;
using Territory.Contracts;
using Territory.Contracts.Vehicles;
using Territory.Model.Ids;
using Territory.Model.Vehicles;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Serialization;

namespace Territory.ReadModel.Vehicles;

/// <summary>A vehicle (车辆) as its actor keeps it.</summary>
public sealed record VehicleState : IActorState<VehicleState>
{
    public required VehicleFile File { get; init; }

    /// <summary>The plan whose trip is going on; null in the depot.</summary>
    public PlanId? Plan { get; init; }

    public int? Trip { get; init; }

    public DateOnly? Day { get; init; }

    public DateTimeOffset? DepartedAt { get; init; }

    /// <summary>The day and number of the last trip made.</summary>
    public DateOnly? LastDay { get; init; }

    public int? LastTrip { get; init; }

    public static string Kind => ActorKind.Vehicle;

    public static JsonTypeInfo<VehicleState> JsonForm => StateJsonContext.Default.VehicleState;

    public static VehicleState? Apply(VehicleState? state, IEvent @event) => (state, @event) switch
    {
        (null, VehicleRegistered e) => new VehicleState { File = e.File },
        (null, _) => throw UnexpectedEvent.BeforeCreation(Kind, @event),
        (_, VehicleFileChanged e) => state with { File = e.File },
        (_, TripDeparted e) => state with { Plan = e.Plan, Trip = e.Trip, Day = e.Day, DepartedAt = e.At },
        (_, TripReturned e) => state with { Plan = null, Trip = null, Day = null, DepartedAt = null, LastDay = e.Day, LastTrip = e.Trip },
        _ => throw UnexpectedEvent.Unknown(Kind, @event),
    };
}
