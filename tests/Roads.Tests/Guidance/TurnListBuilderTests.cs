using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Guidance;
using Territory.Roads.Network;
using Territory.Roads.Routes;
using Territory.Roads.Snapping;
using Territory.Roads.Tests.Fixtures;
using Territory.Roads.Tests.Network;

namespace Territory.Roads.Tests.Guidance;

public sealed class TurnListBuilderTests(MaltaExtract malta)
{
    /// <summary>A crossing of Main Street, west to east, and Side Street, south to north.</summary>
    private static Drawing Crossing() => new Drawing()
        .Road("Main Street", RoadClass.Primary, (-500, 0), (0, 0), (500, 0))
        .Road("Side Street", RoadClass.Primary, (0, -500), (0, 0), (0, 500));

    [Theory]
    [InlineData(0, 400, TurnDirection.Left, "Side Street")]
    [InlineData(0, -400, TurnDirection.Right, "Side Street")]
    public void Build_TurnAtACrossing_IsTold(double east, double north, TurnDirection direction, string road)
    {
        var list = ListOf(Crossing().Build(), (-400, 0), (east, north));

        list.Select(maneuver => maneuver.Kind).ShouldBe([ManeuverKind.Depart, ManeuverKind.Turn, ManeuverKind.Arrive]);
        list[0].RoadName.ShouldBe("Main Street");
        list[0].BearingDegrees.ShouldBe(90);
        list[0].Length.Meters.ShouldBeInRange(400 - 1, 400 + 1);
        list[1].Direction.ShouldBe(direction);
        list[1].RoadName.ShouldBe(road);
        list[1].BearingDegrees.ShouldBe(north > 0 ? 0 : 180);
        list[1].Length.Meters.ShouldBeInRange(400 - 1, 400 + 1);
        list[1].Location.MetersTo(Drawing.At(0, 0)).ShouldBeLessThan(0.1);
    }

    [Fact]
    public void Build_StraightOverACrossing_IsOneStep() =>
        ListOf(Crossing().Build(), (-400, 0), (400, 0)).Select(maneuver => maneuver.Kind).ShouldBe([ManeuverKind.Depart, ManeuverKind.Arrive]);

    /// <summary>The road bends by a right angle where nothing else meets it, is cut there by a change of class, and is one step for all that.</summary>
    [Fact]
    public void Build_BendWithoutAChoice_IsNotTold()
    {
        var network = new Drawing().Road("Long Road", RoadClass.Primary, (0, 0), (500, 0)).Road("Long Road", RoadClass.Secondary, (500, 0), (500, 500)).Build();

        ListOf(network, (10, 0), (500, 400)).Select(maneuver => maneuver.Kind).ShouldBe([ManeuverKind.Depart, ManeuverKind.Arrive]);
    }

    [Fact]
    public void Build_NameChangesStraightOn_IsContinueOnce()
    {
        var network = new Drawing()
            .Road("Old Road", RoadClass.Primary, (0, 0), (500, 0))
            .Road("New Road", RoadClass.Primary, (500, 0), (800, 0))
            .Road(null, RoadClass.Primary, (800, 0), (900, 0))
            .Road("New Road", RoadClass.Primary, (900, 0), (1500, 0))
            .Build();

        var list = ListOf(network, (10, 0), (1400, 0));

        list.Select(maneuver => (maneuver.Kind, maneuver.Direction, maneuver.RoadName)).ShouldBe(
        [
            (ManeuverKind.Depart, TurnDirection.Straight, "Old Road"),
            (ManeuverKind.Turn, TurnDirection.Straight, "New Road"),
            (ManeuverKind.Arrive, TurnDirection.Straight, "New Road"),
        ]);
        list[1].Length.Meters.ShouldBeInRange(900 - 1, 900 + 1);
    }

    [Theory]
    [InlineData(-20, TurnDirection.SlightLeft)]
    [InlineData(20, TurnDirection.SlightRight)]
    public void Build_Fork_TellsWhichSideToKeep(double bend, TurnDirection direction)
    {
        var (sin, cos) = Math.SinCos(double.DegreesToRadians(20));
        var network = new Drawing()
            .Road("Trunk Road", RoadClass.Primary, (0, 0), (500, 0))
            .Road("Upper Road", RoadClass.Primary, (500, 0), (500 + (500 * cos), 500 * sin))
            .Road("Lower Road", RoadClass.Primary, (500, 0), (500 + (500 * cos), -500 * sin))
            .Build();

        var list = ListOf(network, (10, 0), (500 + (400 * cos), -Math.Sign(bend) * 400 * sin));

        list[1].Kind.ShouldBe(ManeuverKind.Turn);
        list[1].Direction.ShouldBe(direction);
        list[1].RoadName.ShouldBe(bend < 0 ? "Upper Road" : "Lower Road");
    }

    [Theory]
    [InlineData(30, TurnDirection.SlightLeft)]
    [InlineData(90, TurnDirection.Left)]
    [InlineData(150, TurnDirection.SharpLeft)]
    [InlineData(-35, TurnDirection.SlightRight)]
    [InlineData(-70, TurnDirection.Right)]
    [InlineData(-140, TurnDirection.SharpRight)]
    public void Build_TurnByAngle_IsNamedAfterIt(double counterclockwise, TurnDirection direction)
    {
        var (sin, cos) = Math.SinCos(double.DegreesToRadians(counterclockwise));
        var network = new Drawing()
            .Road("Main Street", RoadClass.Primary, (0, 0), (500, 0), (1000, 0))
            .Road("Branch", RoadClass.Primary, (500, 0), (500 + (400 * cos), 400 * sin))
            .Build();

        var turn = ListOf(network, (10, 0), (500 + (380 * cos), 380 * sin))[1];

        turn.Kind.ShouldBe(ManeuverKind.Turn);
        turn.Direction.ShouldBe(direction);
    }

    /// <summary>Both carriageways are one-way; the way back leads over a gap ten metres long.</summary>
    [Fact]
    public void Build_GapInADividedRoad_IsOneUTurn()
    {
        var network = new Drawing()
            .OneWay("Avenue", RoadClass.Primary, (0, 0), (300, 0), (600, 0), (600, 10), (300, 10), (0, 10), (0, 0))
            .Road(null, RoadClass.Primary, (300, 0), (300, 10))
            .Build();

        var list = ListOf(network, (50, 0), (50, 10));

        list.Select(maneuver => (maneuver.Kind, maneuver.Direction)).ShouldBe(
            [(ManeuverKind.Depart, TurnDirection.Straight), (ManeuverKind.Turn, TurnDirection.UTurn), (ManeuverKind.Arrive, TurnDirection.Straight)]);
        list[1].RoadName.ShouldBe("Avenue");
    }

    /// <summary>A one-way ring of radius 30 with a road on each side; seen from the south, the exits of one who drives on the right are east, north, west.</summary>
    [Theory]
    [InlineData(false, 400, 0, 1, TurnDirection.Right)]
    [InlineData(false, 0, 400, 2, TurnDirection.Straight)]
    [InlineData(false, -400, 0, 3, TurnDirection.Left)]
    [InlineData(true, -400, 0, 1, TurnDirection.Left)]
    [InlineData(true, 0, 400, 2, TurnDirection.Straight)]
    [InlineData(true, 400, 0, 3, TurnDirection.Right)]
    public void Build_Roundabout_CountsExits(bool drivesOnLeft, double east, double north, int exit, TurnDirection direction)
    {
        var ring = new (double, double)[] { (0, -30), (21, -21), (30, 0), (21, 21), (0, 30), (-21, 21), (-30, 0), (-21, -21), (0, -30) };
        var network = new Drawing()
            .Way(new RoadWay { Nodes = [], Class = RoadClass.Primary, IsRoundabout = true, Direction = WayDirection.Forward }, drivesOnLeft ? [.. ring.Reverse()] : ring)
            .Road("South", RoadClass.Primary, (0, -500), (0, -30))
            .Road("East", RoadClass.Primary, (30, 0), (500, 0))
            .Road("North", RoadClass.Primary, (0, 30), (0, 500))
            .Road("West", RoadClass.Primary, (-500, 0), (-30, 0))
            .Build();

        var list = ListOf(network, (0, -400), (east, north), drivesOnLeft);

        list.Select(maneuver => maneuver.Kind).ShouldBe([ManeuverKind.Depart, ManeuverKind.Roundabout, ManeuverKind.Arrive]);
        list[1].RoundaboutExit.ShouldBe(exit);
        list[1].Direction.ShouldBe(direction);
        list[1].RoadName.ShouldBe(east > 0 ? "East" : east < 0 ? "West" : "North");
        list[1].Location.MetersTo(Drawing.At(0, -30)).ShouldBeLessThan(0.1);
    }

    [Fact]
    public void Build_LegEndsInARoundabout_HasNoExit()
    {
        var network = new Drawing()
            .Way(new RoadWay { Nodes = [], Class = RoadClass.Primary, IsRoundabout = true, Direction = WayDirection.Forward }, (0, -30), (30, 0), (0, 30), (-30, 0), (0, -30))
            .Road("South", RoadClass.Primary, (0, -500), (0, -30))
            .Build();

        var list = ListOf(network, (0, -400), (0, 30));

        list.Select(maneuver => maneuver.Kind).ShouldBe([ManeuverKind.Depart, ManeuverKind.Roundabout, ManeuverKind.Arrive]);
        list[1].RoundaboutExit.ShouldBeNull();
    }

    [Fact]
    public void Build_MotorwayRamps_AreRampAndMerge()
    {
        var network = new Drawing()
            .Road("City Road", RoadClass.Primary, (0, 0), (500, 0), (1000, 0))
            .OneWay(null, RoadClass.MotorwayLink, (500, 0), (700, -60), (900, -300))
            .OneWay("A1", RoadClass.Motorway, (700, 900), (900, -300), (1200, -2000), (5000, -9000))
            .Road("Far Road", RoadClass.Primary, (5000, -9000), (0, 0))
            .Road("Near Road", RoadClass.Primary, (700, 900), (0, 0))
            .Build();

        var list = ListOf(network, (100, 0), (3000, -5316));

        list.Select(maneuver => (maneuver.Kind, maneuver.RoadName)).ShouldBe(
            [(ManeuverKind.Depart, "City Road"), (ManeuverKind.Ramp, "A1"), (ManeuverKind.Merge, "A1"), (ManeuverKind.Arrive, "A1")]);
        list[1].Direction.ShouldBe(TurnDirection.SlightRight);
    }

    /// <summary>The lane cuts the corner of the crossing; whoever drives it turns right once.</summary>
    [Fact]
    public void Build_TurningLane_IsOneTurn()
    {
        // By class the lane is slower than the way over the crossing, which it should not be; a limit makes it the faster one.
        var list = ListOf(
            new Drawing()
                .Road("Main Street", RoadClass.Primary, (-500, 0), (-40, 0), (0, 0), (500, 0))
                .Road("Side Street", RoadClass.Primary, (0, -500), (0, -40), (0, 0), (0, 500))
                .Way(new RoadWay { Nodes = [], Class = RoadClass.PrimaryLink, Direction = WayDirection.Forward, MaxSpeedKmh = 80 }, (-40, 0), (-12, -12), (0, -40))
                .Build(),
            (-400, 0),
            (0, -400));
        list.Select(maneuver => (maneuver.Kind, maneuver.Direction, maneuver.RoadName)).ShouldBe(
        [
            (ManeuverKind.Depart, TurnDirection.Straight, "Main Street"),
            (ManeuverKind.Turn, TurnDirection.Right, "Side Street"),
            (ManeuverKind.Arrive, TurnDirection.Straight, "Side Street"),
        ]);
    }

    [Fact]
    public void Build_Ferry_IsBoardedAndLeft()
    {
        var network = new Drawing()
            .Road("Harbour Road", RoadClass.Primary, (0, 0), (500, 0))
            .Way(new RoadWay { Nodes = [], Class = RoadClass.Ferry, Name = "Blue Line", Access = TravelModes.All, Crossing = TimeSpan.FromMinutes(20) }, (500, 0), (5000, 0))
            .Road("Island Road", RoadClass.Primary, (5000, 0), (6000, 0))
            .Build();

        ListOf(network, (100, 0), (5900, 0)).Select(maneuver => (maneuver.Kind, maneuver.RoadName)).ShouldBe(
            [(ManeuverKind.Depart, "Harbour Road"), (ManeuverKind.Ferry, "Blue Line"), (ManeuverKind.Turn, "Island Road"), (ManeuverKind.Arrive, "Island Road")]);
    }

    [Theory]
    [InlineData(400, 15, RoadSide.Left)]
    [InlineData(400, -15, RoadSide.Right)]
    [InlineData(400, 0.5, RoadSide.On)]
    [InlineData(530, 1, RoadSide.On)]
    public void Build_Arrival_TellsTheSideOfTheStreet(double east, double north, RoadSide side)
    {
        var arrival = ListOf(Crossing().Build(), (-400, 0), (east, north))[^1];

        arrival.Kind.ShouldBe(ManeuverKind.Arrive);
        arrival.Side.ShouldBe(side);
        arrival.BearingDegrees.ShouldBe(90);
    }

    [Fact]
    public void Build_SamePlaceTwice_DepartsAndArrives()
    {
        var list = ListOf(Crossing().Build(), (-400, 0), (-400, 0));

        list.Select(maneuver => maneuver.Kind).ShouldBe([ManeuverKind.Depart, ManeuverKind.Arrive]);
        list[0].Length.Meters.ShouldBe(0);
    }

    [Fact]
    public void Build_RandomNetworks_AddsUpToTheLegs()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var random = RandomNetwork.Create(seed);
            foreach (var mode in new[] { TravelMode.Van, TravelMode.Foot })
                ShouldAddUp(random.Network, new RouteFinder(random.Network).RouteThrough(random.Points, mode)!);
        }
    }

    /// <summary>The oracle of a turn's side is the route's own polyline, some way before and behind it.</summary>
    [Fact]
    public void Build_Malta_AddsUpAndTurnsTheWayThePolylineDoes()
    {
        var stops = malta.Extract.Outlets.Where((_, i) => i % 25 == 0).Take(50).Select(outlet => outlet.Location).ToArray();
        var route = new RouteFinder(malta.Extract.Roads).RouteThrough(stops, TravelMode.Van).ShouldNotBeNull();

        ShouldAddUp(malta.Extract.Roads, route);
        var lists = new TurnListBuilder(malta.Extract.Roads, drivesOnLeft: true).Build(route);
        var plainTurns = lists.SelectMany(list => list.Skip(1).Zip(list, (turn, before) => (Turn: turn, Before: before)))
            .Where(pair => pair.Turn.Kind == ManeuverKind.Turn && pair.Turn.Direction is TurnDirection.Left or TurnDirection.Right)
            .Where(pair => pair.Turn.Length.Meters > 40 && pair.Before.Length.Meters > 40)
            .Select(pair => pair.Turn).ToList();
        plainTurns.Count.ShouldBeGreaterThan(100);
        var agreeing = plainTurns.Count(turn => Math.Sign(TurnAlong(route.Polyline, turn.FirstPoint)) == (turn.Direction == TurnDirection.Right ? 1 : -1));
        ((double)agreeing / plainTurns.Count).ShouldBeGreaterThan(0.97);
        lists.SelectMany(list => list).ShouldAllBe(maneuver => maneuver.Kind != ManeuverKind.Roundabout || maneuver.RoundaboutExit == null || maneuver.RoundaboutExit < 8);
    }

    private static void ShouldAddUp(RoadNetwork network, Route route)
    {
        var lists = new TurnListBuilder(network).Build(route);
        lists.Count.ShouldBe(route.Legs.Count);
        for (var leg = 0; leg < lists.Count; leg++)
        {
            var list = lists[leg];
            list[0].Kind.ShouldBe(ManeuverKind.Depart);
            list[^1].Kind.ShouldBe(ManeuverKind.Arrive);
            list.Sum(maneuver => maneuver.Length.Meters).ShouldBe(route.Legs[leg].Length.Meters);
            list.Sum(maneuver => maneuver.TravelTime.Seconds).ShouldBe(route.Legs[leg].TravelTime.Seconds);
            list.ShouldAllBe(maneuver => maneuver.Length.Meters >= 0 && maneuver.TravelTime.Seconds >= 0);
            list.ShouldAllBe(maneuver => maneuver.Location == route.Polyline[maneuver.FirstPoint]);
            list.Select(maneuver => maneuver.FirstPoint).ShouldBeInOrder();
            for (var i = 1; i < list.Count; i++)
            {
                var line = route.Polyline.Skip(list[i - 1].FirstPoint).Take(list[i].FirstPoint - list[i - 1].FirstPoint + 1).ToArray();
                line.Zip(line.Skip(1)).Sum(piece => piece.First.MetersTo(piece.Second)).ShouldBe((double)list[i - 1].Length.Meters, 1.6);
            }
        }
    }

    /// <summary>How the line bends from some 15 metres before a point to some 15 metres behind it, clockwise positive, in square metres of the parallelogram.</summary>
    private static double TurnAlong(IReadOnlyList<GeoPoint> line, int at)
    {
        int before = at, behind = at;
        while (before > 0 && line[before].MetersTo(line[at]) < 15)
            before--;
        while (behind < line.Count - 1 && line[behind].MetersTo(line[at]) < 15)
            behind++;
        var shrink = Math.Cos(double.DegreesToRadians(line[at].Latitude));
        var (inEast, inNorth) = ((line[at].Longitude - line[before].Longitude) * shrink, line[at].Latitude - line[before].Latitude);
        var (outEast, outNorth) = ((line[behind].Longitude - line[at].Longitude) * shrink, line[behind].Latitude - line[at].Latitude);
        return (inNorth * outEast) - (inEast * outNorth);
    }

    private static IReadOnlyList<Maneuver> ListOf(
        RoadNetwork network, (double East, double North) from, (double East, double North) to, bool drivesOnLeft = false)
    {
        var route = new RouteFinder(network).FindRoute(Drawing.At(from.East, from.North), Drawing.At(to.East, to.North), TravelMode.Car).ShouldNotBeNull();
        return new TurnListBuilder(network, drivesOnLeft).Build(route, 0);
    }
}
