namespace Territory.Contracts.Lab;

/// <summary>One market census; its key is the hash of its text.</summary>
[Alias("territory.ILabCensusGrain")]
public interface ILabCensusGrain : IGrainWithStringKey
{
    /// <summary>Reads every row first: a census with a wrong one is not kept. The JSON has the number of its terminals, and warnings.</summary>
    [Alias("Keep")]
    [ResponseTimeout("00:10:00")]
    Task<LabAnswer> Keep(KeepLabCensus command, CancellationToken cancellationToken = default);
}
