using Territory.Model.Geography;

namespace Territory.Roads.Matching;

/// <summary>Where on the roads a fix was taken.</summary>
/// <param name="Forward">Whether the vehicle travelled the segment from its From node to its To node.</param>
/// <param name="Fraction">How far along the segment from its From node by length, 0 to 1, whichever way it was travelled.</param>
/// <param name="DistanceMeters">From the fix.</param>
public readonly record struct MatchedPlace(int Segment, bool Forward, double Fraction, GeoPoint Location, double DistanceMeters);
