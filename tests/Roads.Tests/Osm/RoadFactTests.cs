using Territory.Model.Travel;
using Territory.Roads.Network;
using Territory.Roads.Profiles;

namespace Territory.Roads.Tests.Osm;

/// <summary>One tag rule a row; what is expected is written out by hand from the key's page of the OpenStreetMap wiki.</summary>
public sealed class RoadFactTests
{
    [Theory]
    [InlineData("surface=asphalt", RoadSurface.PavedSmooth)]
    [InlineData("surface=sett", RoadSurface.PavedRough)]
    [InlineData("surface=gravel", RoadSurface.Compacted)]
    [InlineData("surface=dirt", RoadSurface.Unpaved)]
    [InlineData("surface=sand", RoadSurface.Bad)]
    [InlineData("surface=whatever", RoadSurface.Unknown)]
    [InlineData("surface=asphalt smoothness=bad", RoadSurface.PavedRough)]
    [InlineData("surface=dirt smoothness=good", RoadSurface.Unpaved)]
    [InlineData("smoothness=horrible", RoadSurface.Bad)]
    [InlineData("smoothness=impassable", RoadSurface.Impassable)]
    [InlineData("tracktype=grade2", RoadSurface.Compacted)]
    [InlineData("tracktype=grade5 surface=asphalt", RoadSurface.PavedSmooth)]
    public void Import_SurfaceTags_GiveTheSurface(string tags, RoadSurface expected) =>
        Segment($"highway=unclassified {tags}").Surface.ShouldBe(expected);

    [Theory]
    [InlineData("maxheight=2.1", 210, 0, 0, 0, 0)]
    [InlineData("maxheight=2.1~m", 210, 0, 0, 0, 0)]
    [InlineData("maxheight=7'6\"", 229, 0, 0, 0, 0)]
    [InlineData("maxheight=11~ft", 335, 0, 0, 0, 0)]
    [InlineData("maxheight=210~cm", 210, 0, 0, 0, 0)]
    [InlineData("maxheight=4 maxheight:physical=3.8", 380, 0, 0, 0, 0)]
    [InlineData("maxheight=default", 0, 0, 0, 0, 0)]
    [InlineData("maxwidth=5'6\"", 0, 168, 0, 0, 0)]
    [InlineData("maxlength=8", 0, 0, 800, 0, 0)]
    [InlineData("maxweight=3.5", 0, 0, 0, 350, 0)]
    [InlineData("maxweight=3500~kg", 0, 0, 0, 350, 0)]
    [InlineData("maxweight=10~st", 0, 0, 0, 907, 0)]
    [InlineData("maxweight=18 maxweightrating=7.5~t", 0, 0, 0, 750, 0)]
    [InlineData("maxaxleload=2", 0, 0, 0, 0, 200)]
    public void Import_LimitTags_AreReadInTheirUnits(string tags, int height, int width, int length, int weight, int axle)
    {
        var extract = TagExtract.OfWay($"highway=residential {tags}");

        extract.Roads.Segment(0).Limits.ShouldBe(new VehicleLimits((ushort)height, (ushort)width, (ushort)length, (ushort)weight, (ushort)axle));
        extract.Counts.Skipped.Keys.ShouldNotContain("limit.unread");
    }

    [Theory]
    [InlineData("maxwidth=250")]
    [InlineData("maxheight=low")]
    [InlineData("maxheight=2,1")]
    [InlineData("maxheight=-3")]
    [InlineData("maxweight=9~stone")]
    [InlineData("maxweight=1e400")]
    public void Import_UnbelievableLimit_IsCountedAndNotHeeded(string tag)
    {
        var extract = TagExtract.OfWay($"highway=residential {tag}");

        extract.Roads.Segment(0).Limits.ShouldBe(VehicleLimits.None);
        extract.Counts.Skipped["limit.unread"].ShouldBe(1);
    }

    [Theory]
    [InlineData("highway=service service=alley", RoadTraits.Alley)]
    [InlineData("highway=service service=drive-through toll=yes", RoadTraits.DriveThrough | RoadTraits.Toll)]
    [InlineData("highway=service service=parking_aisle", RoadTraits.ParkingAisle)]
    [InlineData("highway=service service=driveway", RoadTraits.Driveway)]
    [InlineData("highway=residential service=driveway toll=no", RoadTraits.None)]
    public void Import_ServiceAndToll_BecomeTraits(string tags, RoadTraits expected) => Segment(tags).Traits.ShouldBe(expected);

    [Theory]
    [InlineData("access=destination", TravelModes.All)]
    [InlineData("motor_vehicle=delivery", TravelModes.Motor)]
    [InlineData("motor_vehicle=destination goods=yes", TravelModes.Car | TravelModes.Motorbike)]
    [InlineData("access=customers foot=yes", TravelModes.Motor)]
    [InlineData("access=permissive", TravelModes.None)]
    public void Import_DestinationValues_AreOpenButNotForThroughTraffic(string tags, TravelModes expected)
    {
        var segment = Segment($"highway=service {tags}");

        segment.DestinationOnly.ShouldBe(expected);
        segment.Forward.ShouldBe(TravelModes.All);
    }

    [Theory]
    [InlineData("highway=residential motor_vehicle=no motorcycle=yes", TravelModes.Motorbike | TravelModes.Foot, TravelModes.Motorbike | TravelModes.Foot)]
    [InlineData("highway=residential motorcar=no goods=yes", TravelModes.Van | TravelModes.Motorbike | TravelModes.Foot, TravelModes.Van | TravelModes.Motorbike | TravelModes.Foot)]
    [InlineData("highway=residential motor_vehicle:backward=no", TravelModes.All, TravelModes.Foot)]
    [InlineData("highway=residential vehicle:forward=no goods=yes", TravelModes.Van | TravelModes.Foot, TravelModes.All)]
    [InlineData("highway=footway access=yes", TravelModes.Foot, TravelModes.Foot)]
    [InlineData("highway=footway motor_vehicle=yes", TravelModes.All, TravelModes.All)]
    [InlineData("highway=motorway", TravelModes.Motor, TravelModes.None)]
    [InlineData("highway=motorway oneway=no", TravelModes.Motor, TravelModes.Motor)]
    [InlineData("highway=residential oneway=yes", TravelModes.All, TravelModes.Foot)]
    [InlineData("highway=residential oneway=-1", TravelModes.Foot, TravelModes.All)]
    [InlineData("highway=residential junction=roundabout", TravelModes.All, TravelModes.Foot)]
    [InlineData("highway=residential oneway=yes oneway:motorcycle=no", TravelModes.All, TravelModes.Motorbike | TravelModes.Foot)]
    [InlineData("highway=residential oneway=yes oneway:bus=no oneway:bicycle=no", TravelModes.All, TravelModes.Foot)]
    [InlineData("highway=residential oneway=yes oneway:goods=-1", TravelModes.All & ~TravelModes.Van, TravelModes.Van | TravelModes.Foot)]
    [InlineData("highway=footway oneway:foot=yes", TravelModes.Foot, TravelModes.None)]
    [InlineData("highway=residential oneway=reversible", TravelModes.Foot, TravelModes.Foot)]
    [InlineData("highway=residential access=no foot=yes psv=yes", TravelModes.Foot, TravelModes.Foot)]
    [InlineData("route=ferry", TravelModes.Foot, TravelModes.Foot)]
    [InlineData("route=ferry motor_vehicle=yes motorcycle=no", TravelModes.Car | TravelModes.Van | TravelModes.Foot, TravelModes.Car | TravelModes.Van | TravelModes.Foot)]
    public void Import_AccessAndOneWayTags_OpenEachDirection(string tags, TravelModes forward, TravelModes backward)
    {
        var segment = Segment(tags);

        segment.Forward.ShouldBe(forward);
        segment.Backward.ShouldBe(backward);
    }

    [Theory]
    [InlineData("barrier=bollard", TravelModes.Car | TravelModes.Van)]
    [InlineData("barrier=block", TravelModes.Motor)]
    [InlineData("barrier=wall", TravelModes.All)]
    [InlineData("barrier=gate", TravelModes.None)]
    [InlineData("barrier=gate access=private", TravelModes.All)]
    [InlineData("barrier=gate access=no foot=yes", TravelModes.Motor)]
    [InlineData("barrier=bollard motorcar=yes", TravelModes.None)]
    [InlineData("barrier=bollard access=yes", TravelModes.None)]
    [InlineData("barrier=block motorcycle=yes", TravelModes.Car | TravelModes.Van)]
    [InlineData("barrier=no access=no", TravelModes.None)]
    [InlineData("highway=crossing access=no", TravelModes.None)]
    public void Import_Barrier_StopsTheModesThatItShould(string tags, TravelModes blocked)
    {
        var roads = new TagExtract().Tag(2, TagExtract.Tags(tags)).Way(1, [1, 2, 3], "highway", "residential").Import().Roads;

        roads.SegmentCount.ShouldBe(blocked == TravelModes.None ? 1 : 2);
        foreach (var mode in Enum.GetValues<TravelMode>())
            roads.ComponentSizes(mode)[0].ShouldBe(blocked == TravelModes.None || blocked.Includes(mode) ? 2 : 4, mode.ToString());
    }

    /// <summary>A height restrictor between junctions limits its segment, and no other.</summary>
    [Fact]
    public void Import_HeightRestrictorOnANode_LimitsItsSegment()
    {
        var roads = new TagExtract().Tag(2, "barrier", "height_restrictor", "maxheight", "2.2").Tag(5, "maxheight", "2")
            .Way(1, [1, 2, 3], "highway", "residential", "maxheight", "4").Way(2, [3, 4], "highway", "residential").Way(3, [4, 5, 6], "highway", "residential")
            .Import().Roads;

        roads.SegmentCount.ShouldBe(3);
        roads.Segment(0).Limits.HeightCentimeters.ShouldBe((ushort)220);
        roads.Segment(1).Limits.ShouldBe(VehicleLimits.None);
        roads.Segment(2).Limits.ShouldBe(VehicleLimits.None);
    }

    [Fact]
    public void Import_TrafficLights_AreNodesAtJunctionsAndCountsAlongSegments()
    {
        var roads = new TagExtract()
            .Tag(2, "highway", "traffic_signals")
            .Tag(3, "highway", "traffic_signals", "traffic_signals:direction", "backward")
            .Tag(4, "highway", "crossing", "crossing", "traffic_signals")
            .Tag(5, "highway", "crossing", "crossing", "uncontrolled")
            .Way(1, [1, 2, 3, 4], "highway", "primary").Way(2, [4, 5, 6], "highway", "primary").Way(3, [4, 7], "highway", "residential")
            .Import().Roads;

        roads.NodeCount.ShouldBe(4, "lights between junctions make no junction");
        var first = roads.Segment(0);
        (first.SignalsForward, first.SignalsBackward).ShouldBe((1, 2));
        roads.HasSignals(first.ToNode).ShouldBeTrue();
        roads.HasSignals(first.FromNode).ShouldBeFalse();
        (roads.Segment(1).SignalsForward, roads.Segment(1).SignalsBackward).ShouldBe((0, 0));
    }

    /// <summary>An importer with a profile of its own for vans: it reads the hgv key, and a bollard does not stop it.</summary>
    [Fact]
    public void Import_WithAnotherProfile_ReadsItsSigns()
    {
        const string Json = """{ "base": "van", "name": "lorry", "access": { "keys": ["access", "motor_vehicle", "hgv"], "barriers": ["wall"] } }""";
        var lorry = ProfileFile.Parse(Json, "lorry.json");

        TagExtract.OfWay(string.Join(' ', "highway=residential", "hgv=no"), lorry).Roads.Segment(0).Forward.ShouldBe(TravelModes.All & ~TravelModes.Van);
        TagExtract.OfWay(string.Join(' ', "highway=residential", "motorcar=no"), lorry).Roads.Segment(0).Forward.ShouldBe(TravelModes.All & ~TravelModes.Car);
        var roads = new TagExtract().Tag(2, "barrier", "bollard").Way(1, [1, 2, 3], "highway", "residential").Import(lorry).Roads;
        roads.ComponentSizes(TravelMode.Van)[0].ShouldBe(4);
        roads.ComponentSizes(TravelMode.Car)[0].ShouldBe(2);
    }

    private static RoadSegment Segment(string tags) => TagExtract.OfWay(tags).Roads.Segment(0);
}
