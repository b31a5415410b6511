using System.Text.Json.Nodes;
using Territory.Model.Problems;
using Territory.Simulation.Lab.Scenarios;
using Territory.Simulation.Lab.Scenarios.Census;

namespace Territory.Simulation.Tests.Lab.Scenarios;

public sealed class ScenarioReaderTests
{
    private const string Good =
        """
        {
          "name": "a market",
          "firstDay": "2026-01-05",
          "days": 28,
          "products": [ { "id": "tea", "costPerCase": 20.5, "factoryPerCase": 30, "channelPerCase": 34.5, "retailPerUnit": 3 } ],
          "regions": [
            {
              "id": "east",
              "terminals": { "generated": { "terminals": 40, "areaSquareKilometres": 10 } },
              "fieldForce": { "staffing": [ { "from": "2026-01-05", "reps": 2 } ] }
            }
          ],
          "variants": [ { "name": "more", "set": { "regions[0].fieldForce.staffing[0].reps": 4, "rules.ordering.rule": "s-S" } } ]
        }
        """;

    [Fact]
    public void Read_AGoodScenario_IsWhatItSays()
    {
        var read = Read(Good);

        read.Setup.Products[0].CostPerCase.MinorUnits.ShouldBe(2050);
        read.Setup.Regions[0].Terminals.Count.ShouldBe(40);
        read.Setup.Regions[0].FieldForce.Staffing[0].Reps.ShouldBe(2);
        read.Setup.Rules.Ordering.Rule.ShouldBe("1.5x");
        read.Variants.Single().Name.ShouldBe("more");
        read.Variants.Single().Setup.Regions[0].FieldForce.Staffing[0].Reps.ShouldBe(4);
        read.Variants.Single().Setup.Rules.Ordering.Rule.ShouldBe("s-S");
        read.Variants.Single().Setup.Regions[0].Terminals.Keys.ShouldBe(read.Setup.Regions[0].Terminals.Keys);
    }

    [Theory]
    [InlineData("days", "0", "days", "lab.below")]
    [InlineData("days", "\"long\"", "days", "scenario.kind")]
    [InlineData("firstDay", "\"2026-02-30\"", "firstDay", "scenario.kind")]
    [InlineData("firstDay", "\"9999-12-30\"", "firstDay", "lab.year")]
    [InlineData("surprise", "1", "surprise", "scenario.unknown")]
    [InlineData("products[0].costPerCase", "-1", "products[0].costPerCase", "lab.negative")]
    [InlineData("products[0].costPerCase", "1.005", "products[0].costPerCase", "scenario.kind")]
    [InlineData("products[0].channelPerCase", "29", "products[0].channelPerCase", "lab.price-order")]
    [InlineData("products[0].seasonByMonth", "[1, 1]", "products[0].seasonByMonth", "lab.column-length")]
    [InlineData("products[0].listedTo", "\"D\"", "products[0].listedTo", "scenario.kind")]
    [InlineData("products[0].promotions", "[{\"from\": \"2026-03-02\", \"until\": \"2026-03-01\"}]", "products[0].promotions[0].until", "lab.date-order")]
    [InlineData("regions[0].terminals.generated.unitsPerTerminalDay", "-5", "regions[0].terminals.generated.unitsPerTerminalDay", "scenario.range")]
    [InlineData("regions[0].terminals.file", "\"x.csv\"", "regions[0].terminals", "scenario.terminals")]
    [InlineData("regions[0].census.classCutOffs", "[0.5, 0.2]", "regions[0].census.classCutOffs", "scenario.range")]
    [InlineData("regions[0].fieldForce.staffing[0].reps", "-1", "regions[0].fieldForce.staffing[0].reps", "lab.negative")]
    [InlineData("regions[0].fleet.speed", "3", "regions[0].fleet.speed", "scenario.unknown")]
    [InlineData("regions[0].id", "\"all\"", "regions[0].id", "scenario.region-name")]
    [InlineData("rules.outOfStock.delay", "-1", "rules.outOfStock.delay", "lab.negative")]
    [InlineData("rules.demand", "\"gauss\"", "rules.demand", "lab.rule-unknown")]
    [InlineData("rules.huff", "null", "rules.huff", "scenario.kind")]
    public void Read_OneWrongValue_NamesItsPathAndRule(string place, string value, string path, string code)
    {
        var problems = Problems(Changed(place, value));

        problems.ShouldContain(problem => problem.Field == path && problem.Code == code, string.Join('\n', problems));
        problems.ShouldAllBe(problem => problem.File == "s.json");
    }

    [Fact]
    public void Read_SeveralWrongValues_ListsAll()
    {
        var problems = Problems(Changed("days", "true", "name", "7", "regions[0].id", "null", "products[0].unknown", "{}"));

        problems.Select(problem => problem.Field).ShouldBe(["days", "name", "regions[0].id", "products[0].unknown"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("regions[3].fleet.vehicles", "variants[0].set")]
    [InlineData("regions[].fleet", "variants[0].set")]
    [InlineData("fleets.vehicles", "variants[0]: fleets")]
    [InlineData("days", "variants[0]: days")]
    public void Read_AVariantThatCannotBe_IsRefusedAtItsPlace(string path, string expected)
    {
        var problems = Problems(Good.Replace("rules.ordering.rule", path, StringComparison.Ordinal));

        problems.ShouldContain(problem => problem.Field == expected, string.Join('\n', problems));
    }

    [Fact]
    public void Read_AVariantForAllRegions_ReachesEach()
    {
        var two = JsonNode.Parse(Good)!;
        var second = two["regions"]![0]!.DeepClone();
        second["id"] = "west";
        two["regions"]!.AsArray().Add(second);
        two["variants"] = JsonNode.Parse("""[{ "name": "no rivals", "set": { "regions[*].rivals.brandsPerTerminal": 0 } }]""");

        Read(two.ToJsonString()).Variants.Single().Setup.Regions.Select(region => region.Rivals.BrandsPerTerminal).ShouldBe([0, 0]);
    }

    [Fact]
    public void Read_CommentsAndACommaTooMany_DoNoHarm()
    {
        var commented = Good.Replace("\"days\"", "/* four weeks */ \"days\"", StringComparison.Ordinal).Replace("\"set\":", "\"set\": // what differs\n", StringComparison.Ordinal);
        var read = Read($"// a market\n{commented.TrimEnd()[..^1]}, }}");

        read.Setup.Days.ShouldBe(28);
        read.Variants.Single().Setup.Regions[0].FieldForce.Staffing[0].Reps.ShouldBe(4);
    }

    [Fact]
    public void Read_NullInAVariant_TakesTheUsualValueBack()
    {
        var json = Good.Replace("\"rules.ordering.rule\": \"s-S\"", "\"products[0].referencePerUnit\": null", StringComparison.Ordinal)
            .Replace("\"retailPerUnit\": 3", "\"retailPerUnit\": 3, \"referencePerUnit\": 4", StringComparison.Ordinal);

        Read(json).Setup.Products[0].ReferencePerUnit!.Value.MinorUnits.ShouldBe(400);
        Read(json).Variants.Single().Setup.Products[0].ReferencePerUnit.ShouldBeNull();
    }

    [Fact]
    public void Read_AProblemOfTheScenarioItself_IsToldOnceAndNotForEachVariant()
    {
        Problems(Good.Replace("\"days\": 28", "\"days\": 0", StringComparison.Ordinal)).Select(problem => problem.Field).ShouldBe(["days"]);
        Problems(Good.Replace("{ \"generated\": { \"terminals\": 40, \"areaSquareKilometres\": 10 } }", "{ \"file\": \"x.csv\" }", StringComparison.Ordinal))
            .ShouldHaveSingleItem().Code.ShouldBe("file.missing");
    }

    [Fact]
    public void Read_HalfOfACharacter_IsRefused() =>
        Problems(Good.Replace("\"days\": 28", "\"days\": 28, \"\\ud800\": 1", StringComparison.Ordinal)).ShouldHaveSingleItem().Code.ShouldBe("scenario.json");

    /// <summary>A day's work divides the area among the reps, or the vehicles, there are; the region itself does not shrink with its staff.</summary>
    [Fact]
    public void Read_UsualFieldCosts_AreThoseOfTheWholeRegionWhateverItsStaff()
    {
        var read = Read(Good);

        read.Setup.Regions[0].FieldCosts.AreaSquareKilometres.ShouldBe(read.Setup.Regions[0].Cells.Count * 0.25, 1e-9);
        read.Variants.Single().Setup.Regions[0].FieldCosts.ShouldBe(read.Setup.Regions[0].FieldCosts);
    }

    [Fact]
    public void Read_NoJson_NamesTheLine()
    {
        var problem = Problems("{\n  \"name\": \n}").Single();

        problem.Code.ShouldBe("scenario.json");
        problem.Line.ShouldBe(3);
    }

    [Fact]
    public void Read_ACensusWithoutVolumes_AsksForThem()
    {
        var rows = new[] { new ScenarioTerminal("a", 117, 39, null, null), new ScenarioTerminal("b", 117, 39, Model.Terminals.TerminalClass.A, 20) };
        var json = Changed("regions[0].terminals", """{ "file": "census.csv" }""");

        Problems(json, rows).Select(problem => problem.Code).ShouldBe(["scenario.census-volume", "scenario.census-class"], ignoreOrder: true);
        Problems(json, []).ShouldContain(problem => problem.Code == "scenario.census-empty");
    }

    internal static ReadScenario Read(string json, IReadOnlyList<ScenarioTerminal>? rows = null) => ScenarioReader.Read(json, "s.json", new GivenCensus(rows));

    private static IReadOnlyList<Problem> Problems(string json, IReadOnlyList<ScenarioTerminal>? rows = null) =>
        Should.Throw<InvalidInputException>(() => Read(json, rows)).Problems;

    // Pairs of path and value, set by a walk of the test's own.
    private static string Changed(params string[] pathsAndValues)
    {
        var root = JsonNode.Parse(Good)!.AsObject();
        root.Remove("variants");
        for (var i = 0; i < pathsAndValues.Length; i += 2)
        {
            var steps = pathsAndValues[i].Replace("[0]", ".0", StringComparison.Ordinal).Split('.');
            JsonNode place = root;
            foreach (var step in steps[..^1])
                place = step == "0" ? place[0]! : place[step] ?? (place.AsObject()[step] = new JsonObject());
            place.AsObject()[steps[^1]] = JsonNode.Parse(pathsAndValues[i + 1]);
        }

        return root.ToJsonString();
    }

    private sealed class GivenCensus(IReadOnlyList<ScenarioTerminal>? rows) : ICensusReader
    {
        public IReadOnlyList<ScenarioTerminal> Read(CensusSource source, CensusTerms terms) =>
            rows ?? throw new InvalidInputException(new Problem("file.missing", "The file does not exist; check the path."));
    }
}
