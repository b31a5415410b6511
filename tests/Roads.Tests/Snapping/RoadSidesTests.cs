using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Network;
using Territory.Roads.Snapping;
using Territory.Roads.Tests.Fixtures;

namespace Territory.Roads.Tests.Snapping;

/// <summary>Sides as one sees them on the drawing; on the real map the oracle is the bearing of the road around the place against that to the point.</summary>
public sealed class RoadSidesTests(MaltaExtract malta)
{
    /// <summary>A divided road: eastward in the south, westward 15 m north of it, as where people drive on the right; the segments' own directions are theirs.</summary>
    private static RoadNetwork Divided() => new Drawing()
        .OneWay("East", RoadClass.Primary, (0, 0), (1000, 0))
        .OneWay("West", RoadClass.Primary, (1000, 15), (0, 15))
        .Road("End", RoadClass.Residential, (0, 0), (0, 15))
        .Road("Other End", RoadClass.Residential, (1000, 0), (1000, 15))
        .Build();

    [Theory]
    [InlineData(-30, "East", RoadSide.Right)]
    [InlineData(-5, "East", RoadSide.Right)]
    [InlineData(1, "East", RoadSide.On)]
    [InlineData(7, "East", RoadSide.Left)]
    [InlineData(8, "West", RoadSide.Left)]
    [InlineData(14, "West", RoadSide.On)]
    [InlineData(20, "West", RoadSide.Right)]
    [InlineData(49, "West", RoadSide.Right)]
    public void Snap_DividedRoad_TakesTheNearerCarriagewayAndTellsTheSide(double north, string road, RoadSide side)
    {
        var network = Divided();
        using var file = new TemporaryFile(".roads");
        network.Save(file.Path);
        var point = Drawing.At(400, north);

        var snapped = network.Snap(point, TravelMode.Van, maxMeters: 35).ShouldNotBeNull();

        network.Segment(snapped.Segment).Name.ShouldBe(road);
        snapped.Side.ShouldBe(side);
        snapped.DistanceMeters.ShouldBe(Math.Abs(north - (road == "East" ? 0 : 15)), 0.02);
        Divided().Snap(point, TravelMode.Van, maxMeters: 35).ShouldBe(snapped);
        RoadNetwork.Load(file.Path).Snap(point, TravelMode.Van, maxMeters: 35).ShouldBe(snapped);
        network.SnapAll(point, TravelMode.Van, 35, 1).ShouldBe([snapped]);
    }

    [Theory]
    [InlineData(-36)]
    [InlineData(51)]
    public void Snap_DividedRoadBeyondTheLimit_IsNull(double north) =>
        Divided().Snap(Drawing.At(400, north), TravelMode.Van, maxMeters: 35).ShouldBeNull();

    /// <summary>Out to the east and back 20 m north of it: beyond the bend the one piece has on its left what the other has on its right, and round the bend it is right.</summary>
    [Theory]
    [InlineData(110, 2.5, RoadSide.Right)]
    [InlineData(110, -3, RoadSide.Right)]
    [InlineData(50, -10, RoadSide.Right)]
    [InlineData(50, 20, RoadSide.Right)]
    [InlineData(50, 4, RoadSide.Left)]
    [InlineData(-30, -2, RoadSide.On)]
    public void Snap_Hairpin_TellsTheSideOfTheWholeBend(double east, double north, RoadSide side)
    {
        var network = new Drawing().Road("Bend", RoadClass.Residential, (0, 0), (100, 0), (0, 20)).Build();

        network.Snap(Drawing.At(east, north), TravelMode.Car).ShouldNotBeNull().Side.ShouldBe(side);
    }

    [Fact]
    public void Snap_RoadDrawnTheOtherWay_HasTheOtherSide()
    {
        foreach (var (north, side) in new[] { (9.0, RoadSide.Left), (-9.0, RoadSide.Right), (0.0, RoadSide.On) })
        {
            Side((0, 0), (300, 0)).ShouldBe(side);
            Side((300, 0), (0, 0)).ShouldBe(side.Reversed());

            RoadSide Side((double, double) from, (double, double) to) =>
                new Drawing().Road("Road", RoadClass.Residential, from, to).Build().Snap(Drawing.At(120, north), TravelMode.Car).ShouldNotBeNull().Side;
        }
    }

    [Fact]
    public void Snap_OutletsOfMalta_LieOnTheSideThatTheirBearingTells()
    {
        var roads = malta.Extract.Roads;
        var (clear, left) = (0, 0);
        foreach (var outlet in malta.Extract.Outlets)
        {
            var snapped = roads.Snap(outlet.Location, TravelMode.Van).ShouldNotBeNull(outlet.Id);
            if (snapped.DistanceMeters < 2)
                snapped.Side.ShouldBe(RoadSide.On, outlet.Id);
            var line = roads.Polyline(snapped.Segment);
            var meters = snapped.Fraction * roads.Segment(snapped.Segment).LengthMeters;
            var bend = Bearing(snapped.Location, outlet.Location) - Bearing(Along(line, meters - 0.5), Along(line, meters + 0.5));
            bend = ((bend + 540) % 360) - 180;

            // Close to straight ahead, and next to a corner, half a metre of road may tell another side.
            if (snapped.DistanceMeters < 2.01 || Math.Abs(bend) is < 45 or > 135)
                continue;
            clear++;
            left += bend < 0 ? 1 : 0;
            snapped.Side.ShouldBe(bend < 0 ? RoadSide.Left : RoadSide.Right, outlet.Id);
        }

        clear.ShouldBeGreaterThan(malta.Extract.Outlets.Count / 2);
        (left / (double)clear).ShouldBeInRange(0.4, 0.6);
    }

    /// <summary>4 m beside each main one-way road of Malta: the nearest of all roads around is taken, and where it is that road, on the side where the point was put.</summary>
    [Fact]
    public void Snap_BesideOneWayRoadsOfMalta_TakesTheNearestRoadAndItsSide()
    {
        const double Meters = 4;
        var roads = malta.Extract.Roads;
        var (own, asked) = (0, 0);
        foreach (var segment in Enumerable.Range(0, roads.SegmentCount).Select(roads.Segment))
        {
            if (segment.Class > RoadClass.Secondary || !segment.IsOneWay || segment.LengthMeters < 60 || !roads.IsMain(segment.Index, TravelMode.Van))
                continue;
            var line = roads.Polyline(segment.Index);
            var (middle, ahead) = (Along(line, segment.LengthMeters / 2), Along(line, (segment.LengthMeters / 2) + 1));
            foreach (var side in new[] { RoadSide.Left, RoadSide.Right })
            {
                var bearing = double.DegreesToRadians(Bearing(middle, ahead) + (side == RoadSide.Left ? -90 : 90));
                const double MetersPerDegree = 111_195;
                var point = new GeoPoint(
                    middle.Longitude + (Meters * Math.Sin(bearing) / MetersPerDegree / Math.Cos(double.DegreesToRadians(middle.Latitude))),
                    middle.Latitude + (Meters * Math.Cos(bearing) / MetersPerDegree));

                var snapped = roads.Snap(point, TravelMode.Van, maxMeters: 35).ShouldNotBeNull();

                asked++;
                snapped.ShouldBe(roads.SnapAll(point, TravelMode.Van, 35, 1)[0]);
                snapped.DistanceMeters.ShouldBeLessThan(Meters + 0.01);
                if (snapped.Segment != segment.Index)
                    continue;
                own++;
                snapped.Side.ShouldBe(side, $"segment {segment.Index}");
            }
        }

        own.ShouldBeGreaterThan(asked * 7 / 10);
        asked.ShouldBeGreaterThan(500);
    }

    private static GeoPoint Along(IReadOnlyList<GeoPoint> line, double meters)
    {
        for (var i = 1; i < line.Count; i++)
        {
            var piece = line[i - 1].MetersTo(line[i]);
            if (piece > 0 && (meters <= piece || i == line.Count - 1))
            {
                var share = meters / piece;
                return new GeoPoint(
                    line[i - 1].Longitude + (share * (line[i].Longitude - line[i - 1].Longitude)), line[i - 1].Latitude + (share * (line[i].Latitude - line[i - 1].Latitude)));
            }

            meters -= piece;
        }

        return line[^1];
    }

    private static double Bearing(GeoPoint from, GeoPoint to) => double.RadiansToDegrees(Math.Atan2(
        (to.Longitude - from.Longitude) * Math.Cos(double.DegreesToRadians(from.Latitude)), to.Latitude - from.Latitude));
}
