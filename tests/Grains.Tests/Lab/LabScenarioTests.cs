using System.Text.Json.Nodes;
using Territory.Contracts.Lab;
using Territory.Contracts.Terminals;
using Territory.Grains.Tests.Fixtures;
using Territory.Model.Ids;
using Territory.Model.Quantities;
using Territory.Model.Terminals;
using Territory.Model.Visits;
using Territory.ReadModel.Lab;
using Territory.ReadModel.Tests.Fixtures;

namespace Territory.Grains.Tests.Lab;

public sealed class LabScenarioTests
{
    [Fact]
    public async Task Save_AWrongScenario_ListsEverythingAndWritesNothing()
    {
        await using var scene = await LabScene.StartAsync();
        var before = scene.Cluster.Journal.Position;
        var wrong = LabScene.Changed(scenario =>
        {
            scenario["days"] = -3;
            scenario["rules"] = new JsonObject { ["demand"] = "gauss" };
            scenario["regions"]![0]!["fieldForce"]!["staffing"]![0]!["reps"] = -1;
        });

        var saved = await scene.Scenario("s").Save(new SaveLabScenario(LabScene.Header(), null, wrong, null));
        var started = await scene.TryStartAsync(LabScene.Header(), wrong, LabScene.Settings());

        string[] expected = ["days", "rules.demand", "regions[0].fieldForce.staffing[0].reps"];
        saved.Outcome.RefusalCode.ShouldBe("scenario.wrong");
        saved.Problems.Select(problem => problem.Field!.Split(": ")[^1]).Distinct().ShouldBe(expected, ignoreOrder: true);
        started.Problems.Select(problem => problem.Field).ShouldBe(saved.Problems.Select(problem => problem.Field));
        scene.Cluster.Journal.Position.ShouldBe(before);
        (await scene.Runs.ListAsync(null, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Save_ByTwo_RefusesWhoSawAnOlderVersion()
    {
        await using var scene = await LabScene.StartAsync();
        var id = await scene.SaveAsync(LabScene.Small);
        var longer = LabScene.Changed(scenario => scenario["days"] = 35);

        var command = new SaveLabScenario(LabScene.Header(), 1, longer, null);
        (await scene.Scenario(id).Save(command)).Version.ShouldBe(2);
        (await scene.Scenario(id).Save(command)).Version.ShouldBe(2);
        (await scene.Scenario(id).Save(new SaveLabScenario(LabScene.Header(), 1, LabScene.Small, null))).Outcome.RefusalCode.ShouldBe("lab.changed-since");

        var scenarios = new LabScenarioQuery(scene.Cluster.Journal);
        (await scenarios.ListAsync(null, CancellationToken.None)).Select(header => (header.Id, header.Version, header.Days)).ShouldBe([(id, 2, 35)]);
        (await scenarios.FindAsync(id, 1, null, CancellationToken.None))!.Value.Content.ShouldBe(LabScene.Small);
        (await scene.Scenario(id).Remove(new RemoveLabScenario(LabScene.Header()))).ShouldBeAccepted();
        (await scenarios.ListAsync(null, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Branch_AtAnEarlierPosition_HasTheTerminalsAndStockOfThen()
    {
        await using var scene = await LabScene.StartAsync();
        await scene.Cluster.RegisterTerminalAsync(Samples.Terminal("T1"));
        var then = scene.Cluster.Journal.Position;
        await scene.Cluster.RegisterTerminalAsync(Samples.Terminal("T2") with { Class = TerminalClass.A });
        await scene.Cluster.RegisterTerminalAsync(Samples.Terminal("T3") with { CategoryVolumePerMonth = new Cases(100) });
        (await scene.Cluster.Terminal("T1").SetOpeningStock(new SetOpeningStock(
            TerritoryCluster.Header(Samples.At(0, 7)), [new StockCountLine(Samples.ProductId(1), new Units(5))]))).ShouldBeAccepted();

        var early = await InputsAsync(scene, then);
        var now = await InputsAsync(scene, null);

        // What the journal says: at that position one terminal with nothing on its shelf, now three of which one has stock.
        (early["terminals"]!.GetValue<int>(), early["adopted"]!.GetValue<int>(), early["byClass"]!["a"]!.GetValue<int>()).ShouldBe((1, 0, 0));
        (now["terminals"]!.GetValue<int>(), now["adopted"]!.GetValue<int>(), now["byClass"]!["a"]!.GetValue<int>()).ShouldBe((3, 1, 1));
        // 40 cases of 12 a month each, and 40 + 40 + 100.
        early["unitsPerDay"]!.GetValue<double>().ShouldBe(40 * 12 / 30.4375, 1e-9);
        now["unitsPerDay"]!.GetValue<double>().ShouldBe(180 * 12 / 30.4375, 1e-9);
        (now["reps"]!.GetValue<int>(), now["vehicles"]!.GetValue<int>()).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Branch_OfALiveRegion_HasItsCadencePricesAndTerms()
    {
        await using var scene = await LabScene.StartAsync();
        await scene.Cluster.RegisterTerminalAsync(Samples.Terminal("T1") with { Terms = PaymentTerms.MonthlyAccount });

        var scenario = JsonNode.Parse(LabScene.Json(await scene.Lab.Branch(new BranchLabScenario(new RegionId("r"), null, "branch", 28))).GetProperty("scenario").GetRawText())!;

        // The sample's ladder is 20, 24 and 36 yuan a case of twelve; classes are due every 7, 14 and 28 days on six days a week.
        var product = scenario["products"]![0]!;
        (product["factoryPerCase"]!.GetValue<decimal>(), product["channelPerCase"]!.GetValue<decimal>(), product["retailPerUnit"]!.GetValue<decimal>()).ShouldBe((20, 24, 3));
        var region = scenario["regions"]![0]!;
        region["fieldForce"]!["daysBetweenCalls"]!.AsArray().Select(days => days!.GetValue<int>()).ShouldBe([7, 14, 28]);
        region["fieldForce"]!["workingDays"]!.AsArray().Select(day => day!.GetValue<bool>()).ShouldBe([true, true, true, true, true, true, false]);
        region["distributor"]!["terminalCreditDays"]!.GetValue<int>().ShouldBe(30);
        region["terminals"]!["live"]!["position"]!.GetValue<long>().ShouldBe(scene.Cluster.Journal.Position);
        // It opens with its shelves; before anything was sold products sell alike in cases, twelve units each, which nobody knows.
        region["terminals"]!["live"]!["shelves"]!.GetValue<bool>().ShouldBeTrue();
        product["weight"]!.GetValue<long>().ShouldBe(12);
        scenario["rules"]!["ordering"]!["leadDays"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task Branch_OfNoRegionOrPosition_IsRefused()
    {
        await using var scene = await LabScene.StartAsync();

        (await scene.Lab.Branch(new BranchLabScenario(new RegionId("nowhere"), null, "x", 28))).Outcome.RefusalCode.ShouldBe("region.unknown");
        (await scene.Lab.Branch(new BranchLabScenario(new RegionId("r"), scene.Cluster.Journal.Position + 1, "x", 28))).Problems.Single().Code.ShouldBe("scenario.position");
    }

    [Fact]
    public async Task Check_WithAnotherRegionThanOnesOwn_IsRefusedWherever()
    {
        await using var scene = await LabScene.StartAsync();
        await scene.Cluster.RegisterTerminalAsync();
        var live = LabScene.Changed(scenario => scenario["regions"]![0]!["terminals"] = JsonNode.Parse("""{ "live": { "region": "r" } }"""));
        var hidden = LabScene.Changed(scenario => scenario["variants"]![0]!["set"] = JsonNode.Parse("""{ "regions[0].terminals": { "live": { "region": "r" } } }"""));

        (await scene.Lab.Check(new CheckLabScenario(live, null))).Outcome.ShouldBeAccepted();
        (await scene.Lab.Check(new CheckLabScenario(live, new RegionId("r")))).Outcome.ShouldBeAccepted();
        foreach (var content in new[] { live, hidden })
            (await scene.Lab.Check(new CheckLabScenario(content, new RegionId("other")))).Problems.ShouldContain(problem => problem.Code == "scenario.region-unknown");
    }

    [Fact]
    public async Task Check_OfAScenario_NamesWhatIsLeftToUsualValues()
    {
        await using var scene = await LabScene.StartAsync();

        var answer = LabScene.Json(await scene.Lab.Check(new CheckLabScenario(LabScene.Small, null)));

        var assumed = answer.GetProperty("assumptions").EnumerateArray().ToDictionary(one => one.GetProperty("path").GetString()!, one => one.GetProperty("value"));
        assumed["regions[0].fleet.vehicles"].GetInt32().ShouldBe(2);
        assumed["rules.demand"].GetString().ShouldBe("poisson");
        assumed["products[0].unitsPerCase"].GetInt32().ShouldBe(12);
        assumed.Keys.ShouldNotContain("products[0].costPerCase");
        assumed.Keys.ShouldNotContain("regions[0].fieldForce.staffing");
    }

    private static async Task<JsonNode> InputsAsync(LabScene scene, long? position)
    {
        var branch = LabScene.Json(await scene.Lab.Branch(new BranchLabScenario(new RegionId("r"), position, "branch", 28)));
        var check = await scene.Lab.Check(new CheckLabScenario(branch.GetProperty("scenario").GetRawText(), null));
        return JsonNode.Parse(LabScene.Json(check).GetProperty("inputs")[0].GetRawText())!;
    }
}
