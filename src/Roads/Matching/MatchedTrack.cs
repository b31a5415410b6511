using Territory.Model.Quantities;
using Territory.Model.Travel;

namespace Territory.Roads.Matching;

/// <summary>A track laid onto the roads (轨迹匹配).</summary>
/// <param name="Fixes">One entry for each fix given.</param>
/// <param name="Parts">In order of time; empty when nothing could be matched.</param>
/// <param name="Gaps">One between each two parts.</param>
/// <param name="SigmaMeters">The standard deviation used for fixes without an accuracy of their own.</param>
/// <param name="BetaMeters">The mean difference between route and great circle used.</param>
public sealed record MatchedTrack(
    TravelMode Mode, IReadOnlyList<MatchedFix> Fixes, IReadOnlyList<MatchedPart> Parts, IReadOnlyList<TrackGap> Gaps, double SigmaMeters, double BetaMeters)
{
    /// <summary>Of all parts.</summary>
    public Distance Length => new(Parts.Sum(part => part.Length.Meters));
}
