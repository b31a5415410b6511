namespace Territory.Contracts.Lab;

/// <summary>One template; its key is the id of the command that froze it.</summary>
[Alias("territory.ILabTemplateGrain")]
public interface ILabTemplateGrain : IGrainWithStringKey
{
    /// <summary>Runs some of the run's replications once more for the costs of each week, which its result does not keep. The answer has no JSON.</summary>
    [Alias("Freeze")]
    [ResponseTimeout("00:10:00")]
    Task<LabAnswer> Freeze(FreezeLabTemplate command, CancellationToken cancellationToken = default);
}
