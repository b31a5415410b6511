using Territory.Model.Quantities;

namespace Territory.Roads.Matching;

/// <summary>One passage of a vehicle along one direction of a segment (路段通行).</summary>
/// <param name="Forward">From the segment's From node to its To node.</param>
/// <param name="FromFraction">Where it began, by length in the direction travelled: 0 is the end of the segment that it came from.</param>
/// <param name="ToFraction">Where it ended, in the same way.</param>
/// <param name="Entered">Between fixes, times are spread as the profile's are.</param>
/// <param name="Standing">How long of it the vehicle stood still, by fixes so near each other that they were thinned.</param>
/// <param name="Meters">Travelled.</param>
/// <param name="ProfileSeconds">What the profile takes for the same, the turn into the segment included.</param>
public readonly record struct ArcTraversal(
    int Segment,
    bool Forward,
    double FromFraction,
    double ToFraction,
    DateTimeOffset Entered,
    DateTimeOffset Left,
    Duration Standing,
    double Meters,
    double ProfileSeconds);
