using Orleans.Concurrency;

namespace Territory.Contracts.Lab;

/// <summary>One calibration of a scenario; its key is the id of the command that started it.</summary>
[Alias("territory.ILabCalibrationGrain")]
public interface ILabCalibrationGrain : IGrainWithStringKey
{
    /// <summary>Reads the scenario with all its terminals and the history and has it fitted; with problems nothing starts. The answer has no JSON.</summary>
    [Alias("Start")]
    [ResponseTimeout("00:10:00")]
    Task<LabAnswer> Start(StartLabCalibration command, CancellationToken cancellationToken = default);

    [Alias("Stop")]
    Task<CommandResult> Stop(StopLabCalibration command, CancellationToken cancellationToken = default);

    /// <summary>Null: there is no such calibration.</summary>
    [Alias("GetProgress")]
    [AlwaysInterleave]
    [ReadOnly]
    Task<LabCalibrationProgress?> GetProgress(CancellationToken cancellationToken = default);
}
