using Territory.Journal.Sql;

using Territory.Journal.Tests.Fixtures;
using static Territory.Journal.Tests.Fixtures.Requests;

namespace Territory.Journal.Tests.Sqlite;

public sealed class ProjectionTests : IDisposable
{
    private readonly TemporaryJournal _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task Apply_WhenTheAppendIsAcknowledged_IsVisible()
    {
        await using var journal = await _temporary.OpenAsync(new NotesProjection());
        for (var i = 0; i < 20; i++)
        {
            await journal.AppendAsync(Append("a", i, $"{i}"));
            using var snapshot = await journal.OpenSnapshotAsync();
            NotesProjection.Rows(snapshot).ShouldBe([("a", i + 1, $"{i}")]);
        }
    }

    [Fact]
    public async Task Apply_Throws_UndoesEventsAnswerAndRowsOfThatAppend()
    {
        await using var journal = await _temporary.OpenAsync(new NotesProjection());
        await journal.AppendAsync(Append("a", 0, "1"));
        var bad = Append("a", 1, "2", "throw");

        var exception = await Should.ThrowAsync<ProjectionFailedException>(async () => await journal.AppendAsync(bad));

        exception.Projection.ShouldBe("notes");
        exception.Entry.Position.ShouldBe(3);
        (await journal.FindAnswerAsync(bad.Command)).ShouldBeNull();
        (await journal.AppendAsync(bad with { Events = [new EventData("noted", Bytes("good"))] })).ShouldBe(AppendResult.Appended(2, 2, bad.Answer));
        using var snapshot = await journal.OpenSnapshotAsync();
        NotesProjection.Rows(snapshot).ShouldBe([("a", 2, "good")]);
        (await journal.VerifyAsync()).Defects.ShouldBeEmpty();
    }

    [Fact]
    public async Task Apply_ThrowsForSomeOfABatch_RefusesThoseAndKeepsTheOthers()
    {
        var blocking = new BlockingProjection();
        await using var journal = await _temporary.OpenAsync(new NotesProjection(), blocking);
        var first = journal.AppendAsync(Append("first", 0, "x")).AsTask();
        await blocking.Entered;

        // All of these wait for the writer together, so that they make one batch. New streams, aliases and actors come from failing appends too.
        var appends = Enumerable.Range(0, 40)
            .Select(i => Append($"s{i / 2}", i % 2, i % 5 == 3 ? "throw" : $"{i}") with { Actor = $"actor {i}" })
            .Select(request => (Request: request, Task: journal.AppendAsync(request).AsTask()))
            .ToList();
        blocking.Release();
        await first;

        // Where the first event of a stream is refused, the second meets version 0 and is a conflict.
        var expected = new List<(string Stream, long Events, string Last)> { ("first", 1, "x") };
        for (var i = 0; i < 40; i += 2)
        {
            var (one, two) = (appends[i], appends[i + 1]);
            if (i % 5 == 3)
            {
                await Should.ThrowAsync<ProjectionFailedException>(one.Task);
                (await two.Task).ShouldBe(AppendResult.VersionConflict(0));
                continue;
            }

            (await one.Task).Status.ShouldBe(AppendStatus.Appended);
            if ((i + 1) % 5 == 3)
                await Should.ThrowAsync<ProjectionFailedException>(two.Task);
            else
                (await two.Task).Status.ShouldBe(AppendStatus.Appended);
            expected.Add(($"s{i / 2}", (i + 1) % 5 == 3 ? 1 : 2, (i + 1) % 5 == 3 ? $"{i}" : $"{i + 1}"));
        }

        using (var snapshot = await journal.OpenSnapshotAsync())
            NotesProjection.Rows(snapshot).ShouldBe(expected.OrderBy(row => row.Stream, StringComparer.Ordinal));
        (await journal.AllAsync()).Select(entry => entry.Position).ShouldBe(Enumerable.Range(1, (int)journal.Position).Select(position => (long)position));
        (await journal.VerifyAsync()).Defects.ShouldBeEmpty();
    }

    [Fact]
    public async Task Rebuild_AfterAVersionChange_EqualsTheLiveTable()
    {
        List<(string, long, string)> live;
        await using (var journal = await _temporary.OpenAsync(new NotesProjection(version: 1)))
        {
            await Task.WhenAll(Enumerable.Range(0, 2_500).Select(i => journal.AppendAsync(Append($"s{i % 37}", AppendRequest.AnyVersion, $"{i}")).AsTask()));
            using var snapshot = await journal.OpenSnapshotAsync();
            live = NotesProjection.Rows(snapshot);
        }

        var same = new NotesProjection(version: 1);
        await using (await _temporary.OpenAsync(same))
            same.Applied.ShouldBe(0);

        var changed = new NotesProjection(version: 2);
        await using var rebuilt = await _temporary.OpenAsync(changed);
        changed.Applied.ShouldBe(2_500);
        using var after = await rebuilt.OpenSnapshotAsync();
        NotesProjection.Rows(after).ShouldBe(live);
    }

    [Fact]
    public async Task Rebuild_RenamedTables_DropsTheOldOnes()
    {
        await using (var journal = await _temporary.OpenAsync(new NotesProjection()))
            await journal.AppendAsync(Append("a", 0, "1"));

        await using var again = await _temporary.OpenAsync(new Renamed(new NotesProjection(version: 2, table: "remarks")));
        using var snapshot = await again.OpenSnapshotAsync();
        NotesProjection.Rows(snapshot, "remarks").ShouldBe([("a", 1, "1")]);
        snapshot.Integer("SELECT count(*) FROM sqlite_schema WHERE name = 'notes'").ShouldBe(0);
    }

    [Fact]
    public async Task Rebuild_AProjectionFails_LeavesTheJournalAsItWas()
    {
        await using (var journal = await _temporary.OpenAsync())
            await journal.AppendAsync(Append("a", 0, "throw"));
        await Should.ThrowAsync<ProjectionFailedException>(() => _temporary.OpenAsync(new NotesProjection()));
        await using var again = await _temporary.OpenAsync();
        again.Position.ShouldBe(1);
    }

    [Fact]
    public async Task Open_WithoutAProjectionThatMissesAppends_RebuildsItWhenItReturns()
    {
        await using (var journal = await _temporary.OpenAsync(new NotesProjection()))
            await journal.AppendAsync(Append("a", 0, "1"));
        await using (var journal = await _temporary.OpenAsync())
            await journal.AllAsync();
        var untouched = new NotesProjection();
        await using (await _temporary.OpenAsync(untouched))
            untouched.Applied.ShouldBe(0);

        await using (var journal = await _temporary.OpenAsync())
            await journal.AppendAsync(Append("a", 1, "2"));
        await using var back = await _temporary.OpenAsync(new NotesProjection());
        using var snapshot = await back.OpenSnapshotAsync();
        NotesProjection.Rows(snapshot).ShouldBe([("a", 2, "2")]);
    }

    [Theory]
    [InlineData("journal_event")]
    [InlineData("Journal_mine")]
    public async Task Open_ATableWithTheJournalsPrefix_IsRefused(string table) =>
        (await Should.ThrowAsync<ArgumentException>(() => _temporary.OpenAsync(new NotesProjection(table: table)))).Message.ShouldContain(table);

    [Fact]
    public async Task Open_TwoProjectionsWithOneTable_IsRefused() =>
        await Should.ThrowAsync<ArgumentException>(() => _temporary.OpenAsync(new NotesProjection(), new Renamed(new NotesProjection())));

    /// <summary>The same projection under another name; version 2 keeps the name "notes" whatever its table.</summary>
    private sealed class Renamed(NotesProjection inner) : IProjection
    {
        public string Name => inner.Version == 2 ? "notes" : "renamed";

        public int Version => inner.Version;

        public IReadOnlyList<string> Tables => inner.Tables;

        public void CreateTables(IProjectionConnection connection) => inner.CreateTables(connection);

        public void Apply(JournalEntry entry, IProjectionConnection connection) => inner.Apply(entry, connection);
    }
}
