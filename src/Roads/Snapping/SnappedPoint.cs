using Territory.Model.Geography;
using Territory.Model.Travel;

namespace Territory.Roads.Snapping;

/// <summary>A point put on the road network (道路吸附).</summary>
/// <param name="Original">The point that was asked for.</param>
/// <param name="Location">The nearest point on the road.</param>
/// <param name="Segment">The segment it lies on.</param>
/// <param name="Fraction">How far along the segment from its From node by length, 0 to 1.</param>
/// <param name="DistanceMeters">From the original point to the road, as the crow flies.</param>
/// <param name="Side">On which side of the segment, looking from From to To, the original point lies.</param>
/// <param name="Mode">The mode whose main network was used.</param>
public readonly record struct SnappedPoint(
    GeoPoint Original, GeoPoint Location, int Segment, double Fraction, double DistanceMeters, RoadSide Side, TravelMode Mode);
