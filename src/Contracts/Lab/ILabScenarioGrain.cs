namespace Territory.Contracts.Lab;

/// <summary>One scenario of the lab; its key is the id of the command that made it.</summary>
[Alias("territory.ILabScenarioGrain")]
public interface ILabScenarioGrain : IGrainWithStringKey
{
    /// <summary>Reads the scenario with all its terminals first: one that cannot be run is not kept.</summary>
    [Alias("Save")]
    [ResponseTimeout("00:10:00")]
    Task<LabScenarioSavedResult> Save(SaveLabScenario command, CancellationToken cancellationToken = default);

    [Alias("Remove")]
    Task<CommandResult> Remove(RemoveLabScenario command, CancellationToken cancellationToken = default);
}
