using Territory.Contracts.Lab;
using Territory.Model.Ids;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Lab;
using Territory.ReadModel.Tests.Fixtures;

namespace Territory.ReadModel.Tests.Lab;

public sealed class LabTablesTests
{
    private static readonly RegionId East = new("east");
    private static readonly RegionId West = new("west");

    [Fact]
    public async Task Scenarios_OfAReader_AreThoseThatUseNoOtherLiveRegion()
    {
        await using var model = await TemporaryReadModel.OpenAsync();
        await model.AppendAsync(ActorKind.LabScenario, "a", Saved("a", 1, East), Saved("a", 2, East));
        await model.AppendAsync(ActorKind.LabScenario, "b", Saved("b", 1, East, West));
        await model.AppendAsync(ActorKind.LabScenario, "c", Saved("c", 1));
        await model.AppendAsync(ActorKind.LabScenario, "d", Saved("d", 1), new LabScenarioRemoved(new UserId("u"), Samples.At(0, 9)));
        // It looked at the west once, which the east must not learn of from its history.
        await model.AppendAsync(ActorKind.LabScenario, "e", Saved("e", 1, West), Saved("e", 2, East));
        var scenarios = new LabScenarioQuery(model.Journal);

        async Task<IEnumerable<string>> ListAsync(RegionId? only) => (await scenarios.ListAsync(only, CancellationToken.None)).Select(header => $"{header.Id}{header.Version}");
        (await ListAsync(null)).ShouldBe(["a2", "b1", "c1", "e2"], ignoreOrder: true);
        (await ListAsync(East)).ShouldBe(["a2", "c1", "e2"], ignoreOrder: true);
        (await ListAsync(West)).ShouldBe(["c1"]);
        (await scenarios.FindAsync("a", 1, East, CancellationToken.None))!.Value.Content.ShouldBe("a1");
        (await scenarios.FindAsync("b", null, East, CancellationToken.None)).ShouldBeNull();
        (await scenarios.FindAsync("d", null, null, CancellationToken.None)).ShouldBeNull();
        (await scenarios.FindAsync("e", 1, East, CancellationToken.None)).ShouldBeNull();
        (await scenarios.FindAsync("e", 2, East, CancellationToken.None)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Texts_OfARun_AreTheirPiecesInOrder()
    {
        await using var model = await TemporaryReadModel.OpenAsync();
        await LiveARunAsync(model);
        var runs = new LabRunQuery(model.Journal);

        var run = (await runs.FindAsync("run", West, CancellationToken.None)).ShouldNotBeNull();

        (await runs.TextsAsync(run, LabTextKind.Scenario, CancellationToken.None)).ShouldBe(["scenario"]);
        (await runs.TextsAsync(run, LabTextKind.Variant, CancellationToken.None)).ShouldBe([string.Concat(Enumerable.Range(0, 12).Select(part => $"{part};")), "more"]);
        (await runs.FindAsync("run", East, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task Calibrations_OfAReader_AreThoseOfTheOwnRegionAndCensusesAreEveryones()
    {
        await using var model = await TemporaryReadModel.OpenAsync();
        await LiveARunAsync(model);
        var calibrations = new LabCalibrationQuery(model.Journal);
        var censuses = new LabCensusQuery(model.Journal);

        var mine = (await calibrations.ListAsync(West, CancellationToken.None)).ShouldHaveSingleItem();
        (mine.End!.HasFit, mine.Start.Settings.Parameters.Single().Scale).ShouldBe((true, LabScale.Logarithmic));
        (await calibrations.TextAsync(mine, LabTextKind.Fit, CancellationToken.None)).ShouldBe("fit");
        (await calibrations.TextAsync(mine, LabTextKind.Sample, CancellationToken.None)).ShouldBeEmpty();
        (await calibrations.ListAsync(East, CancellationToken.None)).ShouldBeEmpty();
        (await calibrations.FindAsync("calibration", East, CancellationToken.None)).ShouldBeNull();
        (await censuses.ListAsync(CancellationToken.None)).ShouldHaveSingleItem().Terminals.ShouldBe(2);
        (await censuses.TextAsync("hash", CancellationToken.None)).ShouldBe("id,name\n");
        (await censuses.TextAsync("other", CancellationToken.None)).ShouldBeNull();
    }

    internal static async Task LiveARunAsync(TemporaryReadModel model)
    {
        await model.AppendAsync(ActorKind.LabCalibration, "calibration", [
            new LabCalibrationStarted(
                "calibration", "a", 1, "a market", new LabCalibrationSettings([new LabParameterRange("days", 1, 2, LabScale.Logarithmic)], 2, 1, 20, 100), true, 3, [West], new UserId("u"), Samples.At(0, 9)),
            new LabTextRecorded(LabTextKind.Fit, 0, 0, "fit"),
            new LabCalibrationEnded(LabRunEnd.Done, true, 120, [new LabPopulation(1.5, 100, 0.2, 20)], 1.5, null),
        ]);
        await model.AppendAsync(ActorKind.LabCensus, "hash", [
            new LabCensusKept("hash", "county", 2, 8, new UserId("u"), Samples.At(0, 9)), new LabTextRecorded(LabTextKind.Census, 0, 0, "id,name\n"),
        ]);
        await model.AppendAsync(ActorKind.LabScenario, "a", Saved("a", 1, East), Saved("a", 2, East));
        var start = new LabRunStarted("run", "a", 1, "a market", 2, new LabRunSettings(3, 1, false, null), [West], new UserId("u"), Samples.At(0, 9));
        await model.AppendAsync(ActorKind.LabRun, "run", [
            start, new LabTextRecorded(LabTextKind.Scenario, 0, 0, "scenario"),
            .. Enumerable.Range(0, 12).Select(part => new LabTextRecorded(LabTextKind.Variant, 0, part, $"{part};")),
            new LabTextRecorded(LabTextKind.Variant, 1, 0, "more"), new LabRunEnded(LabRunEnd.Done, 2, 6, 0, 1.5, null),
        ]);
    }

    private static LabScenarioSaved Saved(string id, int version, params RegionId[] live) =>
        new(new LabScenarioHeader(id, $"scenario {id}", version, new UserId("u"), Samples.At(version, 9), ["r"], 28, 0, live), $"{id}{version}");
}
