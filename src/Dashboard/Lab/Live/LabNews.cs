using Territory.Contracts.Lab;
using Territory.Model.Ids;

namespace Territory.Dashboard.Lab.Live;

/// <summary>How one job of the lab stands: a run, a calibration or a search, as lists show it.</summary>
/// <param name="LiveRegions">Those whose terminals it uses.</param>
internal sealed record LabNews(
    string Id, IReadOnlyList<RegionId> LiveRegions, LabRunState State, LabRunAnswer? Run = null, CalibrationAnswer? Calibration = null, ExpansionAnswer? Expansion = null)
{
    public bool IsGoing => State is LabRunState.Waiting or LabRunState.Running;
}
