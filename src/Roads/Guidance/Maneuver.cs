using Territory.Model.Geography;
using Territory.Model.Quantities;
using Territory.Roads.Snapping;

namespace Territory.Roads.Guidance;

/// <summary>One entry of a turn list (转向指引): what to do, where, and how far it is from there to the next one.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Direction">Which way it bends; <see cref="TurnDirection.Straight"/> for departing and arriving.</param>
/// <param name="Side">Of an arrival, on which side of the street the stop lies.</param>
/// <param name="RoundaboutExit">Which exit to take, from 1; null for other maneuvers and where the leg ends in the roundabout.</param>
/// <param name="RoadName">The road that is followed from here on; null where it has no name.</param>
/// <param name="Location">On the road.</param>
/// <param name="BearingDegrees">The compass direction in which the vehicle goes on (of an arrival: comes in), clockwise from north, 0 to 359.</param>
/// <param name="FirstPoint">The point of the route's polyline at which it happens.</param>
/// <param name="Length">To the next maneuver of the leg; the lengths of a leg add up to the leg's.</param>
/// <param name="TravelTime">To the next maneuver of the leg, the wait at this one included; the times of a leg add up to the leg's.</param>
public sealed record Maneuver(
    ManeuverKind Kind,
    TurnDirection Direction,
    RoadSide Side,
    int? RoundaboutExit,
    string? RoadName,
    GeoPoint Location,
    int BearingDegrees,
    int FirstPoint,
    Distance Length,
    Duration TravelTime);
