using Territory.Contracts.Lab;
using Territory.Journal;
using Territory.Model.Ids;
using Territory.ReadModel.Actors;

namespace Territory.ReadModel.Lab;

/// <summary>The calibrations of the lab. Whoever may see one region only sees those that use no other live region's terminals.</summary>
public sealed class LabCalibrationQuery(IJournal journal)
{
    /// <summary>All of them, the latest first.</summary>
    /// <param name="only">The one live region that the reader may see; null: all.</param>
    public async Task<IReadOnlyList<LabCalibrationRecord>> ListAsync(RegionId? only, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        return
        [
            .. ActorStates.All<LabCalibrationRecord>(snapshot)
                .Where(calibration => LabScope.Includes(only, calibration.Start.LiveRegions))
                .OrderByDescending(calibration => calibration.Start.At).ThenBy(calibration => calibration.Start.Calibration, StringComparer.Ordinal),
        ];
    }

    /// <summary>Null where it is unknown or not for the reader to see.</summary>
    public async Task<LabCalibrationRecord?> FindAsync(string calibration, RegionId? only, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        return ActorStates.Find<LabCalibrationRecord>(snapshot, calibration).State is { } found && LabScope.Includes(only, found.Start.LiveRegions) ? found : null;
    }

    /// <summary>One of its texts; empty where it has none of the kind.</summary>
    public async Task<string> TextAsync(LabCalibrationRecord calibration, LabTextKind kind, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        return LabRunTables.Text(snapshot, calibration.Start.Calibration, kind, number: 0);
    }
}
