namespace Territory.Dashboard.Lab.Live;

/// <summary>What a watcher of the lab is told at once.</summary>
/// <param name="Snapshot">Everything that goes on is in it; else what moved, began or ended since.</param>
public sealed record LabFrame(
    long Sequence, bool Snapshot, IReadOnlyList<LabRunAnswer> Runs, IReadOnlyList<CalibrationAnswer> Calibrations, IReadOnlyList<ExpansionAnswer> Expansions);
