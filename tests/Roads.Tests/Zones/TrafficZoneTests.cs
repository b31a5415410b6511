using Territory.Model.Calendar;
using Territory.Model.Geography;
using Territory.Model.Problems;
using Territory.Roads.Network;
using Territory.Roads.Profiles;
using Territory.Roads.Zones;

namespace Territory.Roads.Tests.Zones;

/// <summary>A chain of four segments along the equator, 0.01 degrees each; their middles lie at 0.005, 0.015, 0.025 and 0.035 degrees.</summary>
public sealed class TrafficZoneTests
{
    private readonly RoadNetwork network = Chain();

    [Theory]
    [InlineData(0.004, 0.02, new[] { 0, 1 })]
    [InlineData(0.0051, 0.0149, new int[0])]
    [InlineData(0.015, 0.04, new[] { 1, 2, 3 })]
    [InlineData(-1, 1, new[] { 0, 1, 2, 3 })]
    public void SegmentsOf_Zone_AreThoseWhoseMiddleLiesInIt(double west, double east, int[] expected) =>
        Zones($$"""{ "name": "z" }""", west, east)[0].SegmentsOf(network).ShouldBe(expected);

    /// <summary>A square with a hole round the middle of segment 1.</summary>
    [Fact]
    public void SegmentsOf_HoleAndParts_AreHeeded()
    {
        const string Json = """
            { "type": "FeatureCollection", "features": [{ "type": "Feature", "properties": { "name": "z" }, "geometry": { "type": "MultiPolygon", "coordinates": [
              [[[0, -1], [0.02, -1], [0.02, 1], [0, 1], [0, -1]], [[0.014, -0.5], [0.016, -0.5], [0.016, 0.5], [0.014, 0.5], [0.014, -0.5]]],
              [[[0.03, -1], [0.04, -1], [0.04, 1], [0.03, -1]]] ] } }] }
            """;

        TrafficZoneFile.Parse(Json, "z.json")[0].SegmentsOf(network).ShouldBe([0, 3]);
    }

    [Fact]
    public void MayTravel_InAZone_IsDeniedToItsVehiclesAtItsHours()
    {
        var zones = Zones("""{ "name": "inner ring", "modes": ["van"], "heavierThanTonnes": 4.5, "hours": "Mo-Fr 07:00-09:00,17:00-19:00", "stroke": "#f00" }""", 0, 0.02);
        var conditions = RoadConditions.On(network, zones);
        var lorry = ProfileFile.Parse("""{ "base": "van", "name": "lorry", "vehicle": { "weightTonnes": 4.6 } }""", "lorry.json");

        MayTravel(lorry, 0, DayOfWeek.Monday, 8).ShouldBeFalse();
        MayTravel(lorry, 1, DayOfWeek.Friday, 18).ShouldBeFalse();
        MayTravel(lorry, 0, DayOfWeek.Monday, 9).ShouldBeTrue();
        MayTravel(lorry, 0, DayOfWeek.Saturday, 8).ShouldBeTrue();
        MayTravel(lorry, 2, DayOfWeek.Monday, 8).ShouldBeTrue();
        MayTravel(TravelProfile.Van, 0, DayOfWeek.Monday, 8).ShouldBeTrue();
        MayTravel(TravelProfile.Car, 0, DayOfWeek.Monday, 8).ShouldBeTrue();
        lorry.MillisecondsAlong(network.Tables, 0, forward: true, conditions).ShouldBeGreaterThan(0);

        bool MayTravel(TravelProfile profile, int segment, DayOfWeek day, int hour) =>
            profile.MayTravel(network.Tables, segment, forward: true, new MomentOfWeek(day, TimeOfDay.At(hour)), conditions)
            && profile.MayTravel(network.Tables, segment, forward: false, new MomentOfWeek(day, TimeOfDay.At(hour)), conditions);
    }

    [Fact]
    public void MillisecondsAlong_ZoneWithoutHours_IsAlwaysClosed()
    {
        var conditions = RoadConditions.On(network, Zones("""{ "name": "z", "modes": ["car", "van"] }""", 0, 0.02));

        TravelProfile.Van.MillisecondsAlong(network.Tables, 0, forward: true, conditions).ShouldBe(TravelProfile.NotAllowed);
        TravelProfile.Van.MillisecondsAlong(network.Tables, 2, forward: true, conditions).ShouldBeGreaterThan(0);
        TravelProfile.Motorbike.MillisecondsAlong(network.Tables, 0, forward: true, conditions).ShouldBeGreaterThan(0);
    }

    /// <summary>Residential 22 km/h for a van; the profile halves speeds in the old town in its second slot.</summary>
    [Fact]
    public void MillisecondsAlong_NamedZone_TakesTheProfilesFactor()
    {
        var profile = ProfileFile.Parse(
            """{ "base": "van", "name": "v", "timeOfDay": { "slots": ["00:00", "07:00"], "classes": [{ "classes": ["residential"], "factors": [1, 0.8] }], "zones": { "old town": [1, 0.5] } } }""", "v.json");
        var conditions = RoadConditions.On(network, Zones("""{ "name": "old town" }""", 0, 0.02));

        var inside = profile.MillisecondsAlong(network.Tables, 1, forward: true, slot: 1, conditions);
        var outside = profile.MillisecondsAlong(network.Tables, 2, forward: true, slot: 1, conditions);

        inside.ShouldBe((int)Math.Round(111_195 * 36 / (22 * 0.8 * 0.5)));
        outside.ShouldBe((int)Math.Round(111_195 * 36 / (22 * 0.8)));
        profile.MillisecondsAlong(network.Tables, 1, forward: true, slot: 0, conditions).ShouldBe((int)Math.Round(111_195 * 36 / 22.0));
    }

    [Fact]
    public void Parse_ManyFaults_AreAllReportedWithTheirPlaces()
    {
        const string Json = """
            { "type": "FeatureCollection", "features": [
              { "type": "Feature", "properties": { "name": "a", "modes": ["tram"], "hours": "noon" }, "geometry": { "type": "Point", "coordinates": [1, 2] } },
              { "type": "Feature", "properties": { "name": "a", "heavierThanTonnes": "4", "plate": 1 }, "geometry": { "type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1]]] } },
              { "type": "Feature", "properties": { "name": "b" }, "geometry": { "type": "Polygon", "coordinates": [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]] } },
              { "type": "Feature", "properties": {}, "geometry": { "type": "Polygon", "coordinates": [[[0, 0], [200, 1], [1, 0], [0, 0]]] } } ] }
            """;

        var problems = Should.Throw<InvalidInputException>(() => TrafficZoneFile.Parse(Json, "z.json")).Problems;

        problems.ShouldAllBe(problem => problem.File == "z.json" && problem.Code.StartsWith("zones."));
        problems.Select(problem => problem.Field).ShouldBe(
            [
                "$.features[0].properties.modes[0]", "$.features[0].properties.hours", "$.features[0].geometry",
                "$.features[1].properties.heavierThanTonnes", "$.features[1].properties.plate", "$.features[1].geometry.coordinates[0]",
                "$.features[2].geometry", "$.features[3].properties.name", "$.features[3].geometry.coordinates[0][1]",
            ],
            ignoreOrder: true);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{ \"type\": \"Feature\" }")]
    [InlineData("{ \"type\": \"FeatureCollection\", \"features\": [ {")]
    public void Parse_NoFeatureCollection_IsRefused(string json) => Should.Throw<InvalidInputException>(() => TrafficZoneFile.Parse(json, "z.json"));

    [Fact]
    public void Parse_SameNameTwice_IsRefused()
    {
        const string Feature = """{ "type": "Feature", "properties": { "name": "a" }, "geometry": { "type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]] } }""";

        Should.Throw<InvalidInputException>(() => TrafficZoneFile.Parse($$"""{ "type": "FeatureCollection", "features": [{{Feature}}, {{Feature}}] }""", "z.json"))
            .Problems.ShouldHaveSingleItem().Field.ShouldBe("$.features[1].properties.name");
    }

    private static RoadNetwork Chain()
    {
        var builder = new RoadNetworkBuilder();
        for (var i = 0; i <= 4; i++)
            builder.AddNode(new GeoPoint(i * 0.01, 0));
        for (var i = 0; i < 4; i++)
            builder.AddWay(new RoadWay { Nodes = [i, i + 1], Class = RoadClass.Residential });
        return builder.Build();
    }

    private static IReadOnlyList<TrafficZone> Zones(string properties, double west, double east) => TrafficZoneFile.Parse(
        FormattableString.Invariant($$"""
            { "type": "FeatureCollection", "features": [{ "type": "Feature", "properties": {{properties}}, "geometry":
              { "type": "Polygon", "coordinates": [[[{{west}}, -0.01], [{{east}}, -0.01], [{{east}}, 0.01], [{{west}}, 0.01], [{{west}}, -0.01]]] } }] }
            """),
        "zones.json");
}
