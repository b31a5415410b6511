using System.Text.Json.Nodes;
using Territory.Model.Problems;
using Territory.Optimizer.Formats;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Formats;

public sealed class LiLimParserTests
{
    private const string Text = """
        3 20 1
        0 0 0 0 0 500 0 0 0
        1 3 4 -7 10 90 5 3 0
        2 6 8 4 0 80.5 5 0 4
        3 0 5 7 0 60 5 0 1
        4 0 -5 -4 0 70 5 2 0
        """;

    [Fact]
    public void Read_Text_IsDetectedWithItsPairs()
    {
        var instance = Read(Text);

        instance.Format.ShouldBe(InstanceFormat.LiLim);
        instance.Rounding.ShouldBe(RoundingRule.Exact);
        instance.UsualObjective.ShouldBe(RoutingObjective.VehiclesFirst);
        instance.Fleets.Select(fleet => (fleet.Vehicles, fleet.Capacity)).ShouldBe([(3, 20)]);
        instance.Stops.Select(stop => (stop.X, stop.Y, stop.Demand)).ShouldBe([(0, 0, 0), (3, 4, -7), (6, 8, 4), (0, 5, 7), (0, -5, -4)]);
        instance.Stops[2].ShouldBe(new InstanceStop(6, 8, 4, 0, 80.5, 5));
        instance.Pairs.ShouldBe([new StopPair(2, 4), new StopPair(3, 1)]);
    }

    [Theory]
    [InlineData("3 20 1", "3 20", "format.unknown", null)]
    [InlineData("3 20 1", "0 20 1", "number.whole", 1)]
    [InlineData("3 20 1", "3 -20 1", "number.whole", 1)]
    [InlineData("3 20 1", "3 20 ?", "format.unknown", null)]
    [InlineData("0 0 0 0 0 500 0 0 0", "0 0 0 5 0 500 0 0 0", "pair.depot", 2)]
    [InlineData("1 3 4 -7 10 90 5 3 0", "1 3 4 -7 10 90 5 3", "lilim.columns", 3)]
    [InlineData("1 3 4 -7 10 90 5 3 0", "2 3 4 -7 10 90 5 3 0", "lilim.order", 3)]
    [InlineData("1 3 4 -7 10 90 5 3 0", "1 x 4 -7 10 90 5 3 0", "number.range", 3)]
    [InlineData("1 3 4 -7 10 90 5 3 0", "1 3 4 -7 10 NaN 5 3 0", "number.range", 3)]
    [InlineData("1 3 4 -7 10 90 5 3 0", "1 3 4 -7 10 90 5 9 0", "number.whole", 3)]
    [InlineData("1 3 4 -7 10 90 5 3 0", "1 3 4 -7 10 90 5 3 2", "pair.one", 3)]
    [InlineData("2 6 8 4 0 80.5 5 0 4", "2 6 8 -4 0 80.5 5 0 4", "pair.sign", 4)]
    public void Read_AFault_IsRefusedWithItsLine(string sound, string broken, string code, int? line)
    {
        Text.ShouldContain(sound);

        var problem = Problems(Text.Replace(sound, broken, StringComparison.Ordinal))[0];

        (problem.Code, problem.Line).ShouldBe((code, line));
    }

    [Theory]
    [InlineData("1 3 4 -7 10 90 5 3 0", "1 3 4 -7 10 90 5 2 0", "pair.partner")]
    [InlineData("1 3 4 -7 10 90 5 3 0", "1 3 4 -7 10 90 5 1 0", "pair.partner")]
    [InlineData("1 3 4 -7 10 90 5 3 0", "1 3 4 -6 10 90 5 3 0", "pair.demand")]
    public void Read_PairsThatDisagree_AreRefused(string sound, string broken, string code) =>
        Problems(Text.Replace(sound, broken, StringComparison.Ordinal)).ShouldAllBe(problem => problem.Code == code);

    [Fact]
    public void Read_PublishedFiles_HaveTheSizesOfTheirTable()
    {
        var table = JsonNode.Parse(File.ReadAllText(SharedData.Path("pdptw/BKS.json")))?.AsObject() ?? [];
        var files = Directory.GetFiles(SharedData.Path("pdptw"), "*.txt", SearchOption.AllDirectories);
        files.ShouldNotBeEmpty();
        foreach (var file in files)
        {
            var row = table.Single(entry => entry.Key.Equals(Path.GetFileNameWithoutExtension(file), StringComparison.OrdinalIgnoreCase)).Value;

            var instance = InstanceReader.Read(file);

            instance.ClientCount.ShouldBe((int?)row?["jobs"] ?? 0, file);
            instance.Fleets[0].Capacity.ShouldBe((long?)row?["capacity"] ?? 0, file);
            instance.Pairs.Count.ShouldBe(instance.ClientCount / 2, file);
            instance.Pairs.Sum(pair => instance.Stops[pair.Pickup].Demand).ShouldBe((long?)row?["total_demand"] ?? 0, file);
        }
    }

    private static RoutingInstance Read(string text)
    {
        using var file = new TextFile(text);
        return InstanceReader.Read(file.Path);
    }

    private static IReadOnlyList<Problem> Problems(string text)
    {
        using var file = new TextFile(text);
        return Should.Throw<InvalidInputException>(() => InstanceReader.Read(file.Path)).Problems;
    }
}
