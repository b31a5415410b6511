using Territory.Model.Quantities;

namespace Territory.Roads.Matching;

/// <summary>Where a track could not be followed from one part to the next.</summary>
/// <param name="LastFix">Index of the last matched fix before it.</param>
/// <param name="NextFix">Index of the first matched fix after it.</param>
/// <param name="Straight">Great circle between the two fixes; not part of any length.</param>
public readonly record struct TrackGap(int LastFix, int NextFix, TimeSpan Time, Distance Straight);
