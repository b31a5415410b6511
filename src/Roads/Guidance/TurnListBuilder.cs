using Territory.Model.Quantities;
using Territory.Roads.Network;
using Territory.Roads.Routes;
using Territory.Roads.Snapping;
using Territory.Roads.Turns;

namespace Territory.Roads.Guidance;

/// <summary>Makes the turn lists of routes (转向指引) from the arcs that the route keeps; nothing is searched again. Safe to share between threads.</summary>
/// <param name="drivesOnLeft">Whether people drive on the left, which decides in which order the exits of a roundabout come; null: as the network says.</param>
public sealed class TurnListBuilder(RoadNetwork network, bool? drivesOnLeft = null)
{
    private const double ReachMeters = 12;

    private readonly RoadTables tables = network.Tables;
    private readonly ArcBearings bearings = new(network.Tables);

    /// <summary>One list for each leg.</summary>
    public IReadOnlyList<IReadOnlyList<Maneuver>> Build(Route route) => [.. route.Legs.Select((_, leg) => Build(route, leg))];

    /// <summary>From departing to arriving, at least those two. Steps on the same road are one.</summary>
    /// <param name="route">A route that was found in this builder's network.</param>
    public IReadOnlyList<Maneuver> Build(Route route, int leg)
    {
        ArgumentNullException.ThrowIfNull(route);
        var path = route.Paths[leg];
        var drafts = LegDirections.Of(tables, bearings, path, route.Mode, drivesOnLeft ?? tables.DrivesOnLeft);
        drafts.Insert(0, new DraftManeuver(ManeuverKind.Depart, TurnDirection.Straight, null, 0, 0, NameOf(path, 0)));
        var maneuvers = new Maneuver[drafts.Count + 1];
        for (var i = 0; i < drafts.Count; i++)
        {
            var (step, next) = (drafts[i].Step, i + 1 < drafts.Count ? drafts[i + 1].Step : path.Count);
            var point = path.FirstPoints[step];
            maneuvers[i] = new Maneuver(
                drafts[i].Kind,
                drafts[i].Direction,
                RoadSide.On,
                drafts[i].Exit,
                drafts[i].Name < 0 ? null : tables.Names[drafts[i].Name],
                route.Polyline[point],
                step == 0 ? BearingAhead(route, leg, path) : bearings.AtStart(path.ArcAt(drafts[i].OnwardStep)),
                point,
                new Distance(Meters(path.Centimeters[next]) - Meters(path.Centimeters[step])),
                new Duration(Seconds(path.Milliseconds[next]) - Seconds(path.Milliseconds[step])));
        }

        maneuvers[^1] = Arrival(route, leg, path);
        return maneuvers;
    }

    private Maneuver Arrival(Route route, int leg, LegPath path)
    {
        var bearing = BearingBehind(route, leg, path);
        var name = NameOf(path, path.Count - 1);
        return new Maneuver(
            ManeuverKind.Arrive,
            TurnDirection.Straight,
            SideOf(path),
            null,
            name < 0 ? null : tables.Names[name],
            route.Polyline[route.Legs[leg].LastPoint],
            bearing,
            route.Legs[leg].LastPoint,
            Distance.Zero,
            Duration.Zero);
    }

    /// <summary>As the driver comes along the leg's last arc.</summary>
    private static RoadSide SideOf(LegPath path) => (path.ArcAt(path.Count - 1) & 1) == 0 ? path.To.Side : path.To.Side.Reversed();

    private int BearingAhead(Route route, int leg, LegPath path)
    {
        var (at, last, _, _) = route.Legs[leg];
        var origin = route.Polyline[at];
        while (at < last && origin.MetersTo(route.Polyline[at]) < ReachMeters)
            at++;
        return route.Polyline[at] == origin ? bearings.AtStart(path.ArcAt(0)) : ArcBearings.Bearing(origin, route.Polyline[at]);
    }

    private int BearingBehind(Route route, int leg, LegPath path)
    {
        var (first, at, _, _) = route.Legs[leg];
        var end = route.Polyline[at];
        while (at > first && end.MetersTo(route.Polyline[at]) < ReachMeters)
            at--;
        return route.Polyline[at] == end ? bearings.AtEnd(path.ArcAt(path.Count - 1)) : ArcBearings.Bearing(route.Polyline[at], end);
    }

    private int NameOf(LegPath path, int step) => tables.SegmentName[path.ArcAt(step) >> 1];

    private static int Meters(long centimeters) => (int)((centimeters + 50) / 100);

    private static int Seconds(long milliseconds) => (int)((milliseconds + 500) / 1000);
}
