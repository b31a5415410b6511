using Territory.Model.Ids;

namespace Territory.ReadModel.Lab;

/// <summary>What of the lab someone may see.</summary>
public static class LabScope
{
    /// <param name="only">The one live region that the reader may see; null: all.</param>
    /// <param name="used">Those whose terminals a scenario uses; without any it is everyone's.</param>
    public static bool Includes(RegionId? only, IReadOnlyList<RegionId> used) => only is not { } region || used.All(one => one == region);
}
