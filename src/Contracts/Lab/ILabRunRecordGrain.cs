namespace Territory.Contracts.Lab;

/// <summary>Where a run hands in its result; the same actor as <see cref="ILabRunGrain"/>, and nobody else's business.</summary>
[Alias("territory.ILabRunRecordGrain")]
public interface ILabRunRecordGrain : IGrainWithStringKey
{
    [Alias("RecordText")]
    Task<CommandResult> RecordText(RecordLabText command, CancellationToken cancellationToken = default);

    [Alias("RecordEnd")]
    Task<CommandResult> RecordEnd(RecordLabEnd command, CancellationToken cancellationToken = default);
}
