using Territory.Model.Geography;

namespace Territory.Roads.Matching;

/// <summary>A fix that takes part in matching, with the places it may have been at.</summary>
/// <param name="Fix">Its index in the track.</param>
/// <param name="ArrivedMilliseconds">When it was taken, from the first fix of the track.</param>
/// <param name="LeftMilliseconds">When the last fix was taken that lay too near to count: until then the vehicle stood there.</param>
/// <param name="AccuracySigmaMeters">Standard deviation by its own accuracy, or null.</param>
internal sealed record TrackNode(int Fix, GeoPoint Location, long ArrivedMilliseconds, long LeftMilliseconds, double? AccuracySigmaMeters, RoadCandidate[] Candidates)
{
    /// <summary>The same place in the opposite direction; -1 where that is closed.</summary>
    public int OppositeOf(int candidate) => Array.FindIndex(Candidates, other => other.Arc == (Candidates[candidate].Arc ^ 1));
}
