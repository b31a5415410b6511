using System.Text.Json.Nodes;
using Territory.Model.Problems;
using Territory.Optimizer.Formats;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Formats;

public sealed class CordeauParserTests
{
    private const string Text = """
        2 3 2 2
        0 80
        60.5 70
         1 3 4 10 7 1 2 1 2
         2 -6.5 8 0 9 1 1 2
         3 0 0 0 0 0 0
         4 10 0 0 0 0 0
        """;

    [Fact]
    public void Read_Text_IsDetectedWithItsDepotsAndLimits()
    {
        var instance = Read(Text);

        instance.Format.ShouldBe(InstanceFormat.Cordeau);
        instance.Rounding.ShouldBe(RoundingRule.Exact);
        instance.ClientCount.ShouldBe(2);
        instance.Fleets.Select(fleet => (fleet.Vehicles, fleet.Capacity, fleet.LongestRoute)).ShouldBe([(3, 80, double.PositiveInfinity), (3, 70, 60.5)]);
        instance.Stops.Select(stop => (stop.X, stop.Y, stop.Demand, stop.Service)).ShouldBe([(0, 0, 0, 0), (3, 4, 7, 10), (-6.5, 8, 9, 0), (10, 0, 0, 0)]);
        instance.StopOfDepot(1).ShouldBe(3);
    }

    [Fact]
    public void Read_Choices_AreBinaryDigitsFromTheFirstDepotToTheLast()
    {
        // Of two digits, 2 is 10: the first depot alone.
        var instance = Read(Text);

        instance.Fleets[0].AllowedStops.ShouldBeNull();
        instance.Fleets[1].AllowedStops.ShouldBe([true, false]);
    }

    [Theory]
    [InlineData("2 3 2 2", "2 3 2", "format.unknown", null)]
    [InlineData("2 3 2 2", "1 3 2 2", "cordeau.type", 1)]
    [InlineData("2 3 2 2", "2 0 2 2", "number.whole", 1)]
    [InlineData("2 3 2 2", "2 3 3 2", "cordeau.lines.few", 7)]
    [InlineData("2 3 2 2", "2 3 1 2", "cordeau.lines.many", 7)]
    [InlineData("0 80", "0 80 1", "cordeau.columns", 2)]
    [InlineData("60.5 70", "-60.5 70", "number.range", 3)]
    [InlineData("60.5 70", "60.5 7.5", "number.whole", 3)]
    [InlineData(" 1 3 4 10 7 1 2 1 2", " 1 3 4 10 7", "cordeau.columns", 4)]
    [InlineData(" 1 3 4 10 7", " 2 3 4 10 7", "cordeau.order", 4)]
    [InlineData(" 1 3 4 10 7", " 1 x 4 10 7", "number.range", 4)]
    [InlineData(" 1 3 4 10 7", " 1 3 NaN 10 7", "number.range", 4)]
    [InlineData(" 1 3 4 10 7", " 1 3 4 -1 7", "number.range", 4)]
    [InlineData(" 1 3 4 10 7", " 1 3 4 10 7e30", "number.whole", 4)]
    [InlineData("7 1 2 1 2", "7 2 2 1 2", "cordeau.visits", 4)]
    [InlineData("7 1 2 1 2", "7 1 2 1", "cordeau.choices", 4)]
    [InlineData("7 1 2 1 2", "7 1 2 1 4", "number.whole", 4)]
    [InlineData("7 1 2 1 2", "7 1 2 1 3", "cordeau.choice", 4)]
    [InlineData(" 4 10 0 0 0 0 0", " 5 10 0 0 0 0 0", "cordeau.order", 7)]
    [InlineData(" 4 10 0 0 0 0 0", " 4 10", "cordeau.columns", 7)]
    [InlineData(" 4 10 0 0 0 0 0", " 4 10 0 0 6 0 0", "cordeau.depot", 7)]
    public void Read_AFault_IsRefusedWithItsLine(string sound, string broken, string code, int? line)
    {
        Text.ShouldContain(sound);

        var problem = Problems(Text.Replace(sound, broken, StringComparison.Ordinal)).ShouldHaveSingleItem();

        (problem.Code, problem.Line).ShouldBe((code, line));
    }

    [Fact]
    public void Read_SeveralFaults_AreAllListed()
    {
        var text = Text.Replace("0 80", "x 80", StringComparison.Ordinal).Replace("-6.5 8", "-6.5 ?", StringComparison.Ordinal).Replace(" 3 0 0", " 9 0 0", StringComparison.Ordinal);

        Problems(text).Select(problem => problem.Line).ShouldBe([2, 5, 6]);
    }

    [Fact]
    public void Read_EveryTruncation_IsReadOrRefusedNeverBroken()
    {
        for (var length = 0; length < Text.Length; length++)
        {
            using var file = new TextFile(Text[..length]);
            try
            {
                InstanceReader.Read(file.Path).ClientCount.ShouldBe(2);
                length.ShouldBeGreaterThan(Text.LastIndexOf('\n'), "only what follows a depot's place may be missing");
            }
            catch (InvalidInputException exception)
            {
                exception.Problems.ShouldNotBeEmpty();
            }
        }
    }

    [Fact]
    public void Read_PublishedFiles_HaveTheSizesOfTheirTable()
    {
        var table = JsonNode.Parse(File.ReadAllText(SharedData.Path("mdvrp/BKS.json")))!;
        var files = Directory.GetFiles(SharedData.Path("mdvrp"), "*.txt");
        files.ShouldNotBeEmpty();
        foreach (var file in files)
        {
            var row = table[Path.GetFileNameWithoutExtension(file)]!;

            var instance = InstanceReader.Read(file);

            instance.ClientCount.ShouldBe((int)row["jobs"]!, file);
            instance.DepotCount.ShouldBe((int)row["depots"]!, file);
            instance.Fleets.Sum(fleet => fleet.Vehicles).ShouldBe((int)row["vehicles"]!, file);
            instance.Fleets.ShouldAllBe(fleet => fleet.Capacity == (long)row["capacity"]! && fleet.AllowedStops == null);
            instance.Stops.Sum(stop => stop.Demand).ShouldBe((long)row["total_demand"]!, file);
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
