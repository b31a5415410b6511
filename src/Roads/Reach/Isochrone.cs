using NetTopologySuite.Geometries;
using Territory.Model.Quantities;

namespace Territory.Roads.Reach;

/// <summary>The area within a travel time of a point (等时圈).</summary>
/// <param name="Within">The bound.</param>
/// <param name="Area">WGS-84 degrees, a polygon or multipolygon, valid; empty where the point has no road. Outer rings counter-clockwise, as RFC 7946 asks.</param>
/// <param name="ResolutionMeters">No point of the area is farther than this from a road reached in time, filled holes apart; every point of such a road lies inside.</param>
public sealed record Isochrone(Duration Within, Geometry Area, double ResolutionMeters);
