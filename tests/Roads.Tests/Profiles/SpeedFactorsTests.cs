using Territory.Model.Problems;
using Territory.Roads.Network;
using Territory.Roads.Profiles;
using Territory.Roads.Tests.Fixtures;

namespace Territory.Roads.Tests.Profiles;

public sealed class SpeedFactorsTests
{
    private readonly RoadNetwork network = OneRoad.Of(RoadClass.Residential);

    /// <summary>A segment's own factor replaces its class's; without a slot the class's factors are averaged over the day: (8 x 0.5 + 16 x 0.8) / 24 = 0.7.</summary>
    [Fact]
    public void MillisecondsAlong_LearnedFactors_MultiplyTheSpeed()
    {
        var factors = new SpeedFactors(
            network.Fingerprint, [new(8, 0), new(16, 0)], new Dictionary<int, (double?, double?)> { [0] = (0.9, null) }, Classes(RoadClass.Residential, 0.5, 0.8));
        var conditions = RoadConditions.On(network, [], factors);
        var foot = TravelProfile.Foot;
        var car = TravelProfile.Car;

        car.MillisecondsAlong(network.Tables, 0, forward: true, conditions).ShouldBe(OneRoad.MillisecondsAt(25 * 0.9));
        car.MillisecondsAlong(network.Tables, 0, forward: false, conditions).ShouldBe(OneRoad.MillisecondsAt(25 * 0.7));
        foot.MillisecondsAlong(network.Tables, 0, forward: true, slot: 0, conditions).ShouldBe(OneRoad.MillisecondsAt(5 * 0.9));

        // The car's third slot, 9:30 to 16:30, has its middle at 13:00; its second, 6:30 to 9:30, at 8:00, both in the learned slot from 8:00.
        car.MillisecondsAlong(network.Tables, 0, forward: false, slot: 2, conditions).ShouldBe(OneRoad.MillisecondsAt(25 * 0.5));
        car.MillisecondsAlong(network.Tables, 0, forward: false, slot: 1, conditions).ShouldBe(OneRoad.MillisecondsAt(25 * 0.9 * 0.5));
        car.MillisecondsAlong(network.Tables, 0, forward: false, slot: 0, conditions).ShouldBe(OneRoad.MillisecondsAt(25 * 1.05 * 0.8));
    }

    [Fact]
    public void Read_AfterWrite_IsTheSame()
    {
        var factors = new SpeedFactors(
            network.Fingerprint, [new(0, 0), new(7, 30)], new Dictionary<int, (double?, double?)> { [7] = (null, 0.625), [3] = (1.5, 0.25) }, Classes(RoadClass.MotorwayLink, 0.875, 1));
        using var file = new TemporaryFile(".json");

        SpeedFactorsFile.Write(factors, file.Path);
        var read = SpeedFactorsFile.Read(file.Path);

        read.Network.ShouldBe(network.Fingerprint);
        read.SlotStarts.ShouldBe(factors.SlotStarts);
        read.Segments.OrderBy(pair => pair.Key).ShouldBe(factors.Segments.OrderBy(pair => pair.Key));
        read.Classes.ShouldHaveSingleItem().Value.ShouldBe([0.875, 1]);
    }

    [Fact]
    public void Parse_ManyFaults_AreAllReportedWithTheirPlaces()
    {
        const string Json = """{ "slots": ["00:00"], "classes": { "primary": [1, 2], "lane": [1] }, "segments": [[1, 0.5], [2, 9, null], [3, null, 1], [3, 1, 1]], "speed": 1 }""";

        var problems = Should.Throw<InvalidInputException>(() => SpeedFactorsFile.Parse(Json, "f.json")).Problems;

        problems.Select(problem => problem.Field).ShouldBe(
            ["$.speed", "$.classes.primary", "$.classes.lane", "$.segments[0]", "$.segments[1][1]", "$.segments[3]", "$.network"], ignoreOrder: true);
    }

    /// <summary>A class without a factor would have a mean of nothing, at which its roads stand still.</summary>
    [Fact]
    public void Parse_ClassWithoutSlots_IsRefused()
    {
        Should.Throw<InvalidInputException>(() => SpeedFactorsFile.Parse("""{ "classes": { "residential": [] } }""", "f.json"))
            .Problems.ShouldHaveSingleItem().Field.ShouldBe("$.classes.residential");
        Should.Throw<ArgumentException>(() => new SpeedFactors(null, [], new Dictionary<int, (double?, double?)>(), Classes(RoadClass.Residential)));
    }

    [Fact]
    public void New_SlotsOutOfOrder_Throws() => Should.Throw<ArgumentException>(
        () => new SpeedFactors(null, [new(12, 0), new(6, 0)], new Dictionary<int, (double?, double?)>(), Classes(RoadClass.Residential, 1, 1)));

    [Fact]
    public void On_FactorsOfAnotherNetwork_AreRefused()
    {
        var other = OneRoad.Of(RoadClass.Residential, also: builder => builder.AddWay(new RoadWay { Nodes = [0, builder.AddNode(new(1, 1))], Class = RoadClass.Service }));
        var factors = new SpeedFactors(other.Fingerprint, [], new Dictionary<int, (double?, double?)> { [1] = (0.5, 0.5) }, new Dictionary<RoadClass, IReadOnlyList<double>>());

        Should.Throw<InvalidInputException>(() => RoadConditions.On(network, [], factors)).Problems.ShouldHaveSingleItem().Code.ShouldBe("speeds.network");
        RoadConditions.On(other, [], factors).SpeedFactors.ShouldBe(factors);
    }

    private static Dictionary<RoadClass, IReadOnlyList<double>> Classes(RoadClass roadClass, params double[] factors) => new() { [roadClass] = factors };
}
