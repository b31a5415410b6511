using Orleans.Concurrency;

namespace Territory.Contracts.Lab;

/// <summary>One search for a plan of waves; its key is the id of the command that started it.</summary>
[Alias("territory.ILabExpansionGrain")]
public interface ILabExpansionGrain : IGrainWithStringKey
{
    /// <summary>Reads the scenario with all its censuses and has it searched; with problems nothing starts. The answer has no JSON.</summary>
    [Alias("Start")]
    [ResponseTimeout("00:10:00")]
    Task<LabAnswer> Start(StartLabExpansion command, CancellationToken cancellationToken = default);

    [Alias("Stop")]
    Task<CommandResult> Stop(StopLabExpansion command, CancellationToken cancellationToken = default);

    /// <summary>Null: there is no such search.</summary>
    [Alias("GetProgress")]
    [AlwaysInterleave]
    [ReadOnly]
    Task<LabExpansionProgress?> GetProgress(CancellationToken cancellationToken = default);
}
