namespace Territory.Contracts.Lab;

/// <summary>Where a search hands in its plan; the same actor as <see cref="ILabExpansionGrain"/>, and nobody else's business.</summary>
[Alias("territory.ILabExpansionRecordGrain")]
public interface ILabExpansionRecordGrain : IGrainWithStringKey
{
    [Alias("RecordText")]
    Task<CommandResult> RecordText(RecordLabText command, CancellationToken cancellationToken = default);

    [Alias("RecordEnd")]
    Task<CommandResult> RecordEnd(RecordExpansionEnd command, CancellationToken cancellationToken = default);
}
