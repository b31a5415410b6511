using Territory.Grains.Lab;
using Territory.Journal;
using Territory.Journal.Sql;
using Territory.Model.Ids;
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

        var refused = await Should.ThrowAsync<InvalidInputException>(() => ReadAsync(new PresentJournal(scene.Cluster.Journal), "nowhere", position));

        refused.Problems.ShouldHaveSingleItem().Code.ShouldBe("scenario.region-unknown");
        await Should.ThrowAsync<NotSupportedException>(() => ReadAsync(new PresentJournal(scene.Cluster.Journal), "r", 1));
    }

    private static Task<IReadOnlyList<ScenarioTerminal>> ReadAsync(IJournal journal, string region, long? position) =>
        new LiveCensusReader(journal).ReadAsync(new LiveCensus(region, position), new CensusTerms(), CancellationToken.None);

    /// <summary>A journal that is only asked how things stand now.</summary>
    private sealed class PresentJournal(IJournal journal) : IJournal
    {
        public long Position => journal.Position;

        public string? WriteFailure => journal.WriteFailure;

        public ValueTask<AppendResult> AppendAsync(AppendRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask<ReadOnlyMemory<byte>?> FindAnswerAsync(CommandId command, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public IAsyncEnumerable<JournalEntry> ReadAsync(long afterPosition, int limit, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public IAsyncEnumerable<JournalEntry> ReadStreamAsync(StreamId stream, long afterVersion = 0, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public IAsyncEnumerable<JournalEntry> FollowAsync(long afterPosition, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask<long> WaitBeyondAsync(long position, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask<IReadSnapshot> OpenSnapshotAsync(CancellationToken cancellationToken = default) => journal.OpenSnapshotAsync(cancellationToken);

        public Task<IReadSnapshot> OpenPastAsync(long position, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
