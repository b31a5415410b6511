namespace Territory.Contracts.Lab;

/// <summary>Where a calibration hands in its fit; the same actor as <see cref="ILabCalibrationGrain"/>, and nobody else's business.</summary>
[Alias("territory.ILabCalibrationRecordGrain")]
public interface ILabCalibrationRecordGrain : IGrainWithStringKey
{
    [Alias("RecordText")]
    Task<CommandResult> RecordText(RecordLabText command, CancellationToken cancellationToken = default);

    [Alias("RecordEnd")]
    Task<CommandResult> RecordEnd(RecordCalibrationEnd command, CancellationToken cancellationToken = default);
}
