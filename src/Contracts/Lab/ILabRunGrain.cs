using Orleans.Concurrency;

namespace Territory.Contracts.Lab;

/// <summary>One run of a scenario; its key is the id of the command that started it.</summary>
[Alias("territory.ILabRunGrain")]
public interface ILabRunGrain : IGrainWithStringKey
{
    /// <summary>Reads the scenario with all its terminals and has it run; with problems nothing starts. The answer has no JSON.</summary>
    [Alias("Start")]
    [ResponseTimeout("00:10:00")]
    Task<LabAnswer> Start(StartLabRun command, CancellationToken cancellationToken = default);

    [Alias("Stop")]
    Task<CommandResult> Stop(StopLabRun command, CancellationToken cancellationToken = default);

    /// <summary>Null: there is no such run.</summary>
    [Alias("GetProgress")]
    [AlwaysInterleave]
    [ReadOnly]
    Task<LabRunProgress?> GetProgress(CancellationToken cancellationToken = default);
}
