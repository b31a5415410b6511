using Territory.Model.Quantities;

namespace Territory.Roads.Routes;

/// <summary>The part of a route between two stops: which of the route's points it covers, both ends included, and what it takes.</summary>
public readonly record struct RouteLeg(int FirstPoint, int LastPoint, Duration TravelTime, Distance Length);
