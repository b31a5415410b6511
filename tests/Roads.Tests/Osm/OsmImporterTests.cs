using Territory.Model.Geography;
using Territory.Model.Problems;
using Territory.Model.Terminals;
using Territory.Model.Travel;
using Territory.Roads.Map;
using Territory.Roads.Network;
using Territory.Roads.Osm;
using Territory.Roads.Tests.Fixtures;

namespace Territory.Roads.Tests.Osm;

/// <summary>Edge cases on extracts that the tests encode themselves; what is expected follows from the OpenStreetMap wiki's tagging pages.</summary>
public sealed class OsmImporterTests
{
    private readonly PbfWriter pbf = new();

    public OsmImporterTests()
    {
        for (var i = 0; i < 10; i++)
            pbf.Node(i + 1, 113 + (i * 0.01), 23);
    }

    [Theory]
    [InlineData("oneway", "yes", true, false)]
    [InlineData("oneway", "-1", false, true)]
    [InlineData("oneway", "no", true, true)]
    [InlineData("junction", "roundabout", true, false)]
    [InlineData("surface", "asphalt", true, true)]
    public void Import_DirectionTags_OpenTheRightDirections(string key, string value, bool forward, bool backward)
    {
        pbf.Way(1, [1, 2], "highway", "residential", key, value);

        var segment = Import().Roads.Segment(0);

        segment.Forward.Includes(TravelMode.Car).ShouldBe(forward);
        segment.Backward.Includes(TravelMode.Car).ShouldBe(backward);
        (segment.Forward & segment.Backward).Includes(TravelMode.Foot).ShouldBeTrue();
    }

    [Fact]
    public void Import_Motorway_IsOneWayAndClosedToPeople()
    {
        pbf.Way(1, [1, 2], "highway", "motorway");

        var segment = Import().Roads.Segment(0);

        segment.Forward.ShouldBe(TravelModes.Motor);
        segment.Backward.ShouldBe(TravelModes.None);
    }

    [Theory]
    [InlineData("50", 50)]
    [InlineData("30 mph", 48.3)]
    [InlineData("CN:urban", 0)]
    [InlineData("none", 0)]
    [InlineData("99999", 0)]
    public void Import_MaxSpeed_IsReadWhereItIsANumber(string text, double expectedKmh)
    {
        pbf.Way(1, [1, 2], "highway", "primary", "maxspeed", text, "maxspeed:backward", "20");

        var (forward, backward) = Import().Roads.SpeedLimitsKmh(0);

        forward.ShouldBe(expectedKmh, 0.05);
        backward.ShouldBe(20);
    }

    [Theory]
    [InlineData("access", "private", TravelModes.None)]
    [InlineData("motor_vehicle", "no", TravelModes.Foot)]
    [InlineData("access", "destination", TravelModes.All)]
    [InlineData("motorcar", "no", TravelModes.Motorbike | TravelModes.Foot)]
    public void Import_AccessTags_DecideWhoMayUseTheRoad(string key, string value, TravelModes expected)
    {
        pbf.Way(1, [1, 2], "highway", "residential").Way(2, [2, 3], "highway", "residential", key, value);

        var roads = Import().Roads;

        if (expected == TravelModes.None)
            roads.SegmentCount.ShouldBe(1);
        else
            roads.Segment(1).Forward.ShouldBe(expected);
    }

    /// <summary>0.01 degrees of the equator are 1,112 m; at latitude 23 cos(23) of that. In 30 minutes that is 2.05 km/h.</summary>
    [Fact]
    public void Import_FerryWithDuration_TakesItsTimetable()
    {
        pbf.Way(1, [1, 2], "route", "ferry", "motor_vehicle", "yes", "duration", "00:30");
        pbf.Way(2, [2, 3], "route", "ferry");

        var extract = Import();

        extract.Roads.SpeedLimitsKmh(0).Forward.ShouldBe(2.0, 0.06);
        extract.Roads.Segment(0).Class.ShouldBe(RoadClass.Ferry);
        extract.Roads.Segment(1).Forward.ShouldBe(TravelModes.Foot);
        extract.Counts.Ferries.ShouldBe(2);
    }

    [Fact]
    public void Import_Restrictions_KeepViaNodeAndViaWay()
    {
        pbf.Way(1, [1, 2], "highway", "primary").Way(2, [2, 3], "highway", "primary").Way(3, [3, 4], "highway", "primary").Way(4, [2, 5], "highway", "primary")
            .Relation(1, [("from", 1, 1), ("via", 0, 2), ("to", 1, 4)], "type", "restriction", "restriction", "no_left_turn", "except", "motorcycle")
            .Relation(2, [("from", 1, 1), ("via", 1, 2), ("to", 1, 3)], "type", "restriction", "restriction", "only_straight_on")
            .Relation(3, [("from", 1, 1), ("via", 0, 2), ("to", 1, 99)], "type", "restriction", "restriction", "no_left_turn")
            .Relation(4, [("from", 1, 1)], "type", "restriction", "restriction", "no_left_turn");

        var extract = Import();

        var turns = extract.Roads.TurnRestrictions;
        turns.Count.ShouldBe(2);
        turns[0].ShouldSatisfyAllConditions(
            turn => turn.IsMandatory.ShouldBeFalse(),
            turn => extract.Roads.Segment(turn.ToSegment).ToNode.ShouldBe(extract.Roads.Segment(3).ToNode),
            turn => turn.AppliesTo.ShouldBe(TravelModes.Car | TravelModes.Van));
        turns[1].ViaSegments.Count.ShouldBe(1);
        extract.Counts.Skipped["restriction.outside"].ShouldBe(1);
        extract.Counts.Skipped["restriction.members"].ShouldBe(1);
    }

    [Fact]
    public void Import_MissingNodes_CutTheWayAndAreCounted()
    {
        pbf.Way(1, [1, 2, 777, 3, 4], "highway", "residential");

        var extract = Import();

        extract.Roads.SegmentCount.ShouldBe(2);
        extract.Counts.Skipped["road.node.missing"].ShouldBe(1);
    }

    [Fact]
    public void Import_Outlets_FromNodesPlainNodesAndWays()
    {
        pbf.Way(1, [1, 2], "highway", "residential")
            .Node(20, 113.001, 23.001, "shop", "convenience", "name", "美宜佳", "name:en", "Meiyijia", "opening_hours", "Mo-Sa 08:00-22:00", "phone", "+86 1", "addr:street", "人民路", "addr:housenumber", "8号")
            .PlainNode(21, 113.002, 23.001, "amenity", "bar", "opening_hours", "sunset+")
            .Node(30, 113, 23.1).Node(31, 113.002, 23.1).Node(32, 113.002, 23.104).Node(33, 113, 23.104)
            .Way(2, [30, 31, 32, 33, 30], "shop", "supermarket", "building", "yes");

        var extract = Import();

        extract.Outlets.Count.ShouldBe(3);
        var shop = extract.Outlets.Single(outlet => outlet.Id == "node/20");
        shop.ShouldSatisfyAllConditions(
            outlet => outlet.Name.ShouldBe("美宜佳"),
            outlet => outlet.NameEn.ShouldBe("Meiyijia"),
            outlet => outlet.Kind.ShouldBe(TerminalKind.Convenience),
            outlet => outlet.Address.ShouldBe("人民路8号"),
            outlet => outlet.OpeningHours.On(DayOfWeek.Sunday).ShouldBeEmpty());
        extract.Outlets.Single(outlet => outlet.Id == "node/21").Kind.ShouldBe(TerminalKind.Nightlife);
        extract.Outlets.Single(outlet => outlet.Id == "way/2").Location.MetersTo(new GeoPoint(113.001, 23.102)).ShouldBeLessThan(0.1);
        extract.Counts.Skipped["opening_hours.unread"].ShouldBe(1);
    }

    [Fact]
    public void Import_MultipolygonOfTwoWays_IsOneClosedRingWithItsHole()
    {
        pbf.Way(1, [1, 2], "highway", "residential")
            .Node(40, 113, 23.2).Node(41, 113.1, 23.2).Node(42, 113.1, 23.3).Node(43, 113, 23.3)
            .Node(44, 113.04, 23.24).Node(45, 113.06, 23.24).Node(46, 113.05, 23.26)
            .Way(2, [40, 41, 42]).Way(3, [40, 43, 42]).Way(4, [44, 45, 46, 44])
            .Relation(1, [("outer", 1, 2), ("outer", 1, 3), ("inner", 1, 4)], "type", "multipolygon", "natural", "water", "name", "东湖")
            .Node(50, 113.5, 23.5, "place", "town", "name", "石桥镇");

        var features = Import().MapFeatures;

        var lake = features.Single(feature => feature.Kind == MapFeatureKind.WaterArea);
        lake.Name.ShouldBe("东湖");
        lake.Parts.ShouldHaveSingleItem().Count.ShouldBe(5);
        lake.Parts[0][0].ShouldBe(lake.Parts[0][^1]);
        lake.Holes.ShouldHaveSingleItem();
        features.Single(feature => feature.Kind == MapFeatureKind.Place).Rank.ShouldBe(3);
    }

    [Fact]
    public void Import_NoRoads_IsRefusedWithTheReason()
    {
        var refusal = Should.Throw<InvalidInputException>(() => Import());

        refusal.Problems.ShouldHaveSingleItem().Code.ShouldBe("osm.roads.none");
    }

    [Fact]
    public void Import_MissingFile_IsRefused() =>
        Should.Throw<InvalidInputException>(() => OsmImporter.Import("no-such-file.osm.pbf")).Problems[0].Code.ShouldBe("osm.file.missing");

    [Fact]
    public void Import_Cancelled_Stops()
    {
        pbf.Way(1, [1, 2], "highway", "residential");
        using var file = new TemporaryFile(pbf.ToArray(), ".osm.pbf");

        Should.Throw<OperationCanceledException>(() => OsmImporter.Import(file.Path, cancellationToken: new CancellationToken(canceled: true)));
    }

    private OsmExtract Import()
    {
        using var file = new TemporaryFile(pbf.ToArray(), ".osm.pbf");
        return OsmImporter.Import(file.Path);
    }
}
