using Territory.Model.Travel;
using Territory.Roads.Network;
using Territory.Roads.Routes;
using Territory.Roads.Turns;

namespace Territory.Roads.Guidance;

/// <summary>Walks along one leg and notes its maneuvers between departing and arriving.</summary>
internal sealed class LegDirections
{
    /// <summary>A link no longer than this is a turning lane of a junction, not a ramp; behind a roundabout it belongs to the exit.</summary>
    private const int TurningLaneCentimeters = 150_00;

    /// <summary>Two turns to one side within this are one turn round, as over the gap in a divided road.</summary>
    private const int TurnRoundCentimeters = 40_00;
    private const int TurnRoundDegrees = 150;

    /// <summary>Where a ramp has no name, the road it leads to within this gives it one.</summary>
    private const int NameAheadCentimeters = 2_000_00;

    private readonly RoadTables tables;
    private readonly ArcBearings bearings;
    private readonly JunctionChoice choice;
    private readonly LegPath path;
    private readonly bool isOnFoot;
    private readonly bool drivesOnLeft;
    private readonly List<DraftManeuver> drafts = [];
    private int name;

    private LegDirections(RoadTables tables, ArcBearings bearings, LegPath path, TravelMode mode, bool drivesOnLeft)
    {
        this.tables = tables;
        this.bearings = bearings;
        this.path = path;
        this.drivesOnLeft = drivesOnLeft;
        isOnFoot = mode == TravelMode.Foot;
        choice = new JunctionChoice(tables, bearings);
        name = NameOf(0);
    }

    public static List<DraftManeuver> Of(RoadTables tables, ArcBearings bearings, LegPath path, TravelMode mode, bool drivesOnLeft)
    {
        var directions = new LegDirections(tables, bearings, path, mode, drivesOnLeft);
        var step = 1;
        while (step < path.Count)
            step = directions.Pass(step);
        return directions.drafts;
    }

    /// <summary>Handles the junction before a step and returns the step before which the next one lies.</summary>
    private int Pass(int step)
    {
        switch (KindOf(step - 1), KindOf(step))
        {
            case (StretchKind.Roundabout, StretchKind.Roundabout) or (StretchKind.Ferry, StretchKind.Ferry):
                return step + 1;
            case (_, StretchKind.Roundabout):
                return Roundabout(step);
            case (_, StretchKind.Ferry):
                return Note(ManeuverKind.Ferry, BendInto(step), step, NameOf(step));
            case (StretchKind.Ferry, _):
                return Note(ManeuverKind.Turn, BendInto(step), step, NameOf(step));
            case (StretchKind.Road, StretchKind.Link) when EndOfTurningLane(step) is { } end:
                return TurningLane(step, end);
            case (StretchKind.Road, StretchKind.Link):
                return Note(ManeuverKind.Ramp, RampSide(step), step, NameAhead(step));
            case (StretchKind.Link, StretchKind.Road) when IsForward(BendInto(step)):
                return Note(ManeuverKind.Merge, BendInto(step), step, NameOf(step));
            default:
                return Junction(step);
        }
    }

    private int Junction(int step)
    {
        if (JoinToTurnRound(step))
            return step + 1;
        return choice.At(path.Graph, path.Vertices[step - 1], path.ArcAt(step - 1), path.ArcAt(step), name) is { } direction
            ? Note(ManeuverKind.Turn, direction, step, KindOf(step) == StretchKind.Link ? NameAhead(step) : NameOf(step))
            : step + 1;
    }

    /// <summary>Turns the turn before into a turn round where this one completes it.</summary>
    private bool JoinToTurnRound(int step)
    {
        if (drafts.Count == 0 || drafts[^1].Kind != ManeuverKind.Turn || path.Centimeters[step] - path.Centimeters[drafts[^1].OnwardStep] > TurnRoundCentimeters)
            return false;
        var before = drafts[^1].Step - 1;
        if (!IsToOneSide(drafts[^1].Direction, BendInto(step)) || NameOf(before) != NameOf(step)
            || Math.Abs(ArcBearings.Bend(bearings.AtEnd(path.ArcAt(before)), bearings.AtStart(path.ArcAt(step)))) < TurnRoundDegrees)
            return false;
        drafts[^1] = drafts[^1] with { Direction = TurnDirection.UTurn, OnwardStep = step, Name = NameOf(step) };
        name = NameOf(step);
        return true;
    }

    private int TurningLane(int step, int end)
    {
        var direction = TurnDirections.Of(ArcBearings.Bend(bearings.AtEnd(path.ArcAt(step - 1)), bearings.AtStart(path.ArcAt(end))));
        if (direction != TurnDirection.Straight || NameOf(end) != name)
            Note(ManeuverKind.Turn, direction, step, NameOf(end), onward: end);
        return end + 1;
    }

    private int Roundabout(int step)
    {
        var exits = 0;
        var end = step + 1;
        while (end < path.Count && KindOf(end) == StretchKind.Roundabout)
            exits += ExitsAt(end++);
        if (end == path.Count)
        {
            Note(ManeuverKind.Roundabout, BendInto(step), step, NameOf(step));
            return end;
        }

        exits += ExitsAt(end);
        var onward = KindOf(end) == StretchKind.Link && EndOfTurningLane(end) is { } road ? road : end;
        var direction = TurnDirections.Of(ArcBearings.Bend(bearings.AtEnd(path.ArcAt(step - 1)), bearings.AtStart(path.ArcAt(onward))));
        Note(ManeuverKind.Roundabout, direction, step, NameAhead(onward), onward, exits);
        return onward + 1;
    }

    /// <summary>Ways out of the roundabout at the junction before a step: all of them where it is passed, those up to the one taken where it is left.</summary>
    private int ExitsAt(int step)
    {
        var (arc, next) = (path.ArcAt(step - 1), path.ArcAt(step));
        var others = JunctionChoice.Others(path.Graph, path.Vertices[step - 1], arc, next).Where(other => !IsRoundabout(other)).ToList();
        if (IsRoundabout(next))
            return others.Count;

        // Where people drive on the right they go round counter-clockwise and pass the rightmost way out first.
        var taken = bearings.Between(arc, next);
        return 1 + others.Count(other => drivesOnLeft ? bearings.Between(arc, other) < taken : bearings.Between(arc, other) > taken);
    }

    private int Note(ManeuverKind kind, TurnDirection direction, int step, int roadName, int? onward = null, int? exit = null)
    {
        drafts.Add(new DraftManeuver(kind, direction, exit, step, onward ?? step, roadName));
        name = roadName;
        return step + 1;
    }

    /// <summary>The first step on a road behind a short link, or null for a ramp and for a link on which the leg ends.</summary>
    private int? EndOfTurningLane(int step)
    {
        var end = step;
        while (end < path.Count && KindOf(end) == StretchKind.Link)
        {
            if ((RoadClass)tables.SegmentClass[path.ArcAt(end) >> 1] == RoadClass.MotorwayLink)
                return null;
            end++;
        }

        return end < path.Count && KindOf(end) == StretchKind.Road && path.Centimeters[end] - path.Centimeters[step] <= TurningLaneCentimeters ? end : null;
    }

    private int NameAhead(int step)
    {
        for (var at = step; at < path.Count && path.Centimeters[at] - path.Centimeters[step] <= NameAheadCentimeters; at++)
        {
            if (NameOf(at) >= 0 || KindOf(at) != StretchKind.Link)
                return NameOf(at);
        }

        return -1;
    }

    private int NameOf(int step) => tables.SegmentName[path.ArcAt(step) >> 1];

    private TurnDirection BendInto(int step) => TurnDirections.Of(bearings.Between(path.ArcAt(step - 1), path.ArcAt(step)));

    /// <summary>On which side of the road that goes on a ramp leaves; straight on where no road goes on.</summary>
    private TurnDirection RampSide(int step)
    {
        var bend = bearings.Between(path.ArcAt(step - 1), path.ArcAt(step));
        var others = JunctionChoice.Others(path.Graph, path.Vertices[step - 1], path.ArcAt(step - 1), path.ArcAt(step));
        if (others.Count == 0)
            return TurnDirection.Straight;
        var straightest = others.Select(other => bearings.Between(path.ArcAt(step - 1), other)).MinBy(Math.Abs);
        return bend == straightest ? TurnDirection.Straight : bend > straightest ? TurnDirection.SlightRight : TurnDirection.SlightLeft;
    }

    private StretchKind KindOf(int step) => KindOfArc(path.ArcAt(step));

    private bool IsRoundabout(int arc) => KindOfArc(arc) == StretchKind.Roundabout;

    private StretchKind KindOfArc(int arc)
    {
        var roadClass = (RoadClass)tables.SegmentClass[arc >> 1];
        if (roadClass == RoadClass.Ferry)
            return StretchKind.Ferry;
        if (isOnFoot)
            return StretchKind.Road;
        return ((RoadStructure)tables.SegmentStructure[arc >> 1]).HasFlag(RoadStructure.Roundabout) ? StretchKind.Roundabout
            : roadClass.IsLink() ? StretchKind.Link : StretchKind.Road;
    }

    private static bool IsForward(TurnDirection direction) =>
        direction is TurnDirection.Straight or TurnDirection.SlightLeft or TurnDirection.SlightRight;

    private static bool IsToOneSide(TurnDirection first, TurnDirection second) =>
        (first is TurnDirection.Left or TurnDirection.SharpLeft && second is TurnDirection.Left or TurnDirection.SharpLeft)
        || (first is TurnDirection.Right or TurnDirection.SharpRight && second is TurnDirection.Right or TurnDirection.SharpRight);
}
