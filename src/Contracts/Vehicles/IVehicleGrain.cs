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

    /// <summary>Has the day's dispatch order be there, where a crash came between the publication of the plan and the issue.</summary>
    [Alias("EnsureOrder")]
    Task<CommandResult> EnsureOrder(EnsureVehicleOrder command, CancellationToken cancellationToken = default);

    [Alias("DepartTrip")]
    Task<CommandResult> DepartTrip(DepartTrip command, CancellationToken cancellationToken = default);

    [Alias("ReturnTrip")]
    Task<CommandResult> ReturnTrip(ReturnTrip command, CancellationToken cancellationToken = default);

    /// <summary>The first answer to a command that the vehicle accepted before, whatever has changed since; null where it accepted none under this id.</summary>
    [Alias("FindAnswer")]
    Task<CommandResult?> FindAnswer(CommandHeader command, CancellationToken cancellationToken = default);

    [Alias("GetSnapshot")]
    [ReadOnly]
    Task<VehicleSnapshot?> GetSnapshot(CancellationToken cancellationToken = default);
}
