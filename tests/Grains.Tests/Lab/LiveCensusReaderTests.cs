using Territory.Grains.Lab;
using Territory.Grains.Tests.Fixtures;
using Territory.Journal;
using Territory.Model.Problems;
using Territory.Simulation.Lab.Scenarios.Census;

namespace Territory.Grains.Tests.Lab;

public sealed class LiveCensusReaderTests
{
    [Fact]
    public async Task Read_OfAnEarlierPosition_HasTheTerminalsThereWereThen()
    {
        await using var scene = await LabScene.StartAsync();
        var before = scene.Cluster.Journal.Position;
        await scene.Cluster.RegisterTerminalAsync();

        (await ReadAsync(scene.Cluster.Journal, "r", before)).ShouldBeEmpty();
        (await ReadAsync(scene.Cluster.Journal, "r", scene.Cluster.Journal.Position)).Count.ShouldBe(1);
        (await ReadAsync(scene.Cluster.Journal, "r", null)).Count.ShouldBe(1);
    }

    // Working out the past of a long journal takes seconds, and a name that is mistyped is answered without.
    [Theory]
    [InlineData(null)]
    [InlineData(1L)]
    public async Task Read_OfARegionThatNeverWas_IsRefusedWithoutWorkingOutThePast(long? position)
    {
        await using var scene = await LabScene.StartAsync();

        var refused = await Should.ThrowAsync<InvalidInputException>(() => ReadAsync(PresentJournal.Of(scene.Cluster.Journal), "nowhere", position));

        refused.Problems.ShouldHaveSingleItem().Code.ShouldBe("scenario.region-unknown");
        await Should.ThrowAsync<PastAskedException>(() => ReadAsync(PresentJournal.Of(scene.Cluster.Journal), "r", 1));
    }

    private static Task<IReadOnlyList<ScenarioTerminal>> ReadAsync(IJournal journal, string region, long? position) =>
        new LiveCensusReader(journal).ReadAsync(new LiveCensus(region, position), new CensusTerms(), CancellationToken.None);
}
