using Territory.Roads.Snapping;
using Territory.Roads.Turns;

namespace Territory.Roads.Matching;

/// <summary>A place on one direction of a segment where a fix may have been taken: a state of the hidden Markov model.</summary>
/// <param name="Arc">Twice the segment, plus one against it.</param>
/// <param name="Position">With only this direction open.</param>
internal readonly record struct RoadCandidate(int Arc, SnappedPoint Snapped, RoadPosition Position)
{
    public ArcPlace Place => (Arc & 1) == 0 ? Position.Along : Position.Against;

    /// <summary>By length in the direction travelled.</summary>
    public double Fraction => (Arc & 1) == 0 ? Snapped.Fraction : 1 - Snapped.Fraction;
}
