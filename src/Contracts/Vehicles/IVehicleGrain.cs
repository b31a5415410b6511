using Orleans.Concurrency;

namespace Territory.Contracts.Vehicles;

/// <summary>One vehicle (车辆), keyed by its <see cref="Model.Ids.VehicleId"/>.</summary>
[Alias("territory.IVehicleGrain")]
public interface IVehicleGrain : IGrainWithStringKey
{
    [Alias("Register")]
    Task<CommandResult> Register(RegisterVehicle command, CancellationToken cancellationToken = default);

    [Alias("ChangeFile")]
    Task<CommandResult> ChangeFile(ChangeVehicleFile command, CancellationToken cancellationToken = default);

    [Alias("DepartTrip")]
    Task<CommandResult> DepartTrip(DepartTrip command, CancellationToken cancellationToken = default);

    [Alias("ReturnTrip")]
    Task<CommandResult> ReturnTrip(ReturnTrip command, CancellationToken cancellationToken = default);

    [Alias("GetSnapshot")]
    [ReadOnly]
    Task<VehicleSnapshot?> GetSnapshot(CancellationToken cancellationToken = default);
}
