using System.Text.Json.Nodes;
using Territory.Contracts.Lab;
using Territory.ReadModel.Lab;

namespace Territory.Grains.Tests.Lab;

/// <summary>Market censuses that are kept by the hash of their text, and scenarios that name them.</summary>
public sealed class LabCensusTests
{
    private const string Csv = "id,name,lon,lat,class,volume,cell,ours,rivals\nS1,first,113.2,29.3,A,60,town,0.25,one:0.5;two:10%\nS2,second,113.21,29.31,B,30,,,\n";

    [Fact]
    public async Task Census_Kept_IsReadByAScenarioAndOnRecordOnce()
    {
        await using var scene = await LabScene.StartAsync();

        var kept = LabScene.Json(await KeepAsync(scene, Csv, "county"));
        var position = scene.Cluster.Journal.Position;
        LabScene.Json(await KeepAsync(scene, Csv, "again"));

        scene.Cluster.Journal.Position.ShouldBe(position);
        kept.GetProperty("terminals").GetInt32().ShouldBe(2);
        var hash = kept.GetProperty("census").GetString()!;
        // The name is the digest of the text: SHA-256 as sha256sum prints it.
        hash.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Csv))));
        (await new LabCensusQuery(scene.Cluster.Journal).TextAsync(hash, CancellationToken.None)).ShouldBe(Csv);
        var content = LabScene.Changed(scenario =>
        {
            scenario["regions"]![0]!["terminals"] = new JsonObject { ["file"] = $"census:{hash}" };
            scenario["regions"]![0]!["census"] = new JsonObject { ["unitsPerCase"] = 12 };
        });
        var inputs = LabScene.Json(await scene.Lab.Check(new CheckLabScenario(content, null))).GetProperty("inputs")[0];
        inputs.GetProperty("terminals").GetInt32().ShouldBe(2);
        inputs.GetProperty("unitsPerDay").GetDouble().ShouldBe((60 + 30) * 12 / 30.4375, 1e-9);
    }

    [Fact]
    public async Task Census_WithWrongRows_ListsThemAndIsNotKept()
    {
        await using var scene = await LabScene.StartAsync();
        var before = scene.Cluster.Journal.Position;

        var refused = await KeepAsync(scene, Csv.Replace("113.21", "far", StringComparison.Ordinal).Replace("0.25", "0.5", StringComparison.Ordinal), "county");
        var shares = await KeepAsync(scene, Csv.Replace("0.25", "0.5", StringComparison.Ordinal), "county");
        var unknown = await scene.Lab.Check(new CheckLabScenario(LabScene.Changed(scenario => scenario["regions"]![0]!["terminals"] = new JsonObject { ["file"] = "census:00" }), null));

        refused.Problems.ShouldHaveSingleItem().Line.ShouldBe(3);
        // 0.5 + 0.5 + 0.1 is more than there is.
        shares.Problems.ShouldHaveSingleItem().Code.ShouldBe("census.shares");
        unknown.Problems.Select(problem => (problem.Code, problem.Field)).ShouldContain(("scenario.file", "regions[0].terminals"));
        scene.Cluster.Journal.Position.ShouldBe(before);
    }

    [Fact]
    public async Task Census_LargerThanMayBe_IsRefused()
    {
        await using var scene = await LabScene.StartAsync();

        var refused = await KeepAsync(scene, Csv + new string('\n', 8 << 20), "county");

        refused.Outcome.RefusalCode.ShouldBe("lab.census-size");
    }

    private static Task<LabAnswer> KeepAsync(LabScene scene, string csv, string name) =>
        scene.Cluster.Grains.GetGrain<ILabCensusGrain>(KeepLabCensus.HashOf(csv)).Keep(new KeepLabCensus(LabScene.Header(), name, csv));
}
