using Territory.Model.Travel;
using Territory.Roads.Network;
using Territory.Roads.Snapping;
using Territory.Roads.Turns;

namespace Territory.Roads.Tests.Turns;

/// <summary>A place so far along a segment from its From node, without the way there from a point beside the road.</summary>
internal readonly record struct PlaceOnRoad(int Segment, double Fraction)
{
    public RoadPosition In(RoadTables tables, TurnGraph graph) =>
        RoadPosition.Of(tables, graph, new SnappedPoint(default, default, Segment, Fraction, 0, RoadSide.On, TravelMode.Car));
}
