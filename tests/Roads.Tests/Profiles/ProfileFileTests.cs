using Territory.Model.Problems;
using Territory.Model.Travel;
using Territory.Roads.Network;
using Territory.Roads.Profiles;
using Territory.Roads.Tests.Fixtures;

namespace Territory.Roads.Tests.Profiles;

public sealed class ProfileFileTests
{
    [Fact]
    public void Read_OwnFileOverABase_ChangesOnlyWhatItHolds()
    {
        using var file = new TemporaryFile("""
            {
              // A lorry.
              "base": "van", "name": "lorry 4.5 t",
              "vehicle": { "heightMeters": 3.3, "weightTonnes": 4.5 },
              "speeds": { "topKmh": 80, "classes": { "residential": 18 }, "surfaces": { "unpaved": { "factor": 0 } } },
              "turns": { "uTurnSeconds": 60 },
              "timeOfDay": null
            }
            """u8, ".json");

        var lorry = TravelProfile.Read(file.Path);

        lorry.Name.ShouldBe("lorry 4.5 t");
        lorry.Mode.ShouldBe(TravelMode.Van);
        lorry.Vehicle.ShouldBe(new VehicleSize(330, 210, 600, 450, 200));
        lorry.SpeedKmh(RoadClass.Residential, 0).ShouldBe(18);
        lorry.SpeedKmh(RoadClass.Secondary, 0).ShouldBe(42);
        lorry.SpeedKmh(RoadClass.Motorway, 0).ShouldBe(80);
        lorry.Turns.ShouldBe(TravelProfile.Van.Turns with { UTurnMilliseconds = 60_000 });
        lorry.SlotCount.ShouldBe(1);
        lorry.MillisecondsAlong(OneRoad.Of(RoadClass.Residential, way => way with { Surface = RoadSurface.Unpaved }).Tables, 0, forward: true).ShouldBe(TravelProfile.NotAllowed);
    }

    [Fact]
    public void Read_ManyFaults_AreAllReportedWithTheirPlaces()
    {
        using var file = new TemporaryFile("""
            {
              "base": "car",
              "mode": "tank",
              "colour": "red",
              "vehicle": { "heightMeters": "tall", "weightTonnes": -1 },
              "speeds": { "limitFactor": 7, "classes": { "primary": 0, "autobahn": 120 }, "surfaces": { "bad": { "maxKmh": 0 } }, "service": { "alley": null } },
              "access": { "keys": [], "allow": ["yes", "yes"], "deny": ["yes"], "openClasses": ["primary", "lane"], "obeysOneWays": 1 },
              "turns": { "straightDegrees": 12.5, "signalSeconds": -3 },
              "timeOfDay": { "slots": ["00:00", "07:00", "06:00", "25:00"] }
            }
            """u8, ".json");

        var problems = Should.Throw<InvalidInputException>(() => TravelProfile.Read(file.Path)).Problems;

        problems.ShouldAllBe(problem => problem.File == file.Path && problem.Code.StartsWith("profile."));
        problems.Select(problem => problem.Field).ShouldBe(
            [
                "$.mode", "$.colour", "$.vehicle.heightMeters", "$.vehicle.weightTonnes", "$.speeds.limitFactor", "$.speeds.classes.primary", "$.speeds.classes.autobahn",
                "$.speeds.surfaces.bad.maxKmh", "$.speeds.service.alley", "$.access.keys", "$.access.allow[1]", "$.access.deny", "$.access.openClasses[1]", "$.access.obeysOneWays",
                "$.turns.straightDegrees", "$.turns.signalSeconds", "$.timeOfDay.slots[2]", "$.timeOfDay.slots[3]",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void Parse_WithoutABase_NamesEveryMissingPart() =>
        Fields("{}").ShouldBe(["$.name", "$.mode", "$.vehicle", "$.speeds", "$.access", "$.ferryBoardingSeconds", "$.turns"], ignoreOrder: true);

    [Theory]
    [InlineData("""{ "slots": ["00:00", "08:00"], "classes": [{ "classes": ["primary"], "factors": [1] }] }""", "$.timeOfDay.classes[0].factors")]
    [InlineData("""{ "slots": ["00:00"], "classes": [{ "classes": ["primary"], "factors": [1] }, { "classes": ["primary"], "factors": [1] }] }""", "$.timeOfDay.classes[1]")]
    [InlineData("""{ "slots": ["00:00"], "classes": [], "zones": { "Old town": [1, 1] } }""", "$.timeOfDay.zones[\"Old town\"]")]
    [InlineData("""{ "slots": ["00:00"], "classes": [], "zones": { "a": [0] } }""", "$.timeOfDay.zones.a[0]")]
    [InlineData("""{ "slots": [], "classes": [] }""", "$.timeOfDay.slots")]
    [InlineData("""{ "slots": ["00:00","01:00","02:00","03:00","04:00","05:00","06:00","07:00","08:00"], "classes": [] }""", "$.timeOfDay.slots")]
    public void Parse_TimeOfDayThatDoesNotFit_SaysWhere(string timeOfDay, string place) =>
        Fields($$"""{ "base": "foot", "timeOfDay": {{timeOfDay}} }""").ShouldBe([place]);

    [Theory]
    [InlineData("{ \"name\": \"x\",\n\n !", "profile.syntax", 3)]
    [InlineData("", "profile.syntax", 1)]
    [InlineData("{ \"name\": \"a\", \"name\": \"b\" }", "profile.syntax", null)]
    [InlineData("[]", "profile.kind", null)]
    [InlineData("{ \"base\": \"lorry\" }", "profile.base", null)]
    [InlineData("{ \"base\": 7 }", "profile.kind", null)]
    public void Parse_NoProfileAtAll_IsRefusedWithItsReason(string json, string code, int? line)
    {
        var problem = Should.Throw<InvalidInputException>(() => ProfileFile.Parse(json, "x.json")).Problems[0];

        problem.Code.ShouldBe(code);
        if (line is not null)
            problem.Line.ShouldBe(line);
    }

    [Fact]
    public void Read_MissingFile_SaysSo() =>
        Should.Throw<InvalidInputException>(() => TravelProfile.Read("no-such.json")).Problems.ShouldHaveSingleItem().Code.ShouldBe("profile.missing");

    [Fact]
    public void Parse_DamagedEmbeddedProfile_IsAProfileOrProblems()
    {
        var text = EmbeddedProfiles.Text("car");
        var random = new Random(4);
        var refused = 0;
        for (var round = 0; round < 400; round++)
        {
            var place = random.Next(text.Length);
            try
            {
                ProfileFile.Parse(text[..place] + (char)random.Next(32, 127) + text[(place + random.Next(3))..], "car.json");
            }
            catch (InvalidInputException exception)
            {
                exception.Problems.ShouldNotBeEmpty();
                refused++;
            }
            catch (ArgumentOutOfRangeException) when (place + 2 >= text.Length)
            {
                // The cut went past the end of the text.
            }
        }

        refused.ShouldBeGreaterThan(100);
    }

    private static IReadOnlyList<string?> Fields(string json) =>
        [.. Should.Throw<InvalidInputException>(() => ProfileFile.Parse(json, "x.json")).Problems.Select(problem => problem.Field)];
}
