namespace Territory.Roads.Matching;

/// <summary>How fast one direction of a segment is really driven (实际行程速度).</summary>
/// <param name="Forward">From the segment's From node to its To node.</param>
/// <param name="Factor">Multiplies the profile's speed: 0.5 takes twice as long.</param>
/// <param name="Observations">Passages that it was learned from.</param>
public readonly record struct LearnedSpeed(int Segment, bool Forward, double Factor, int Observations);
